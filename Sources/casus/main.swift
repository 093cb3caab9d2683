print("casus")
