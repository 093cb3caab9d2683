// Everything follows from the filters, and they from the address.

/** Shows the events that pass. */
function update() {
  const { counts, inTime } = applyFilter();
  tallies = counts;
  showPassing();
  showControls();
  showBrush(inTime);
  showList();
}

/** A filter was changed by hand. */
function changed() {
  update();
  keepAddress();
}

makeBrush();
for (const part of document.querySelectorAll(".filters, .events, .zoom")) part.hidden = false;
startZoom();
followAddress();
