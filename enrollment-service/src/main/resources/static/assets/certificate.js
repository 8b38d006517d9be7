// The browser's own menu prints it, too.
const print = document.getElementById('print');
print.hidden = false;
print.addEventListener('click', () => window.print());
