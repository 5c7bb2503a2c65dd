/* The sign-in library tells of a passkey that came to nothing by an event; people are told by a line of text. */
document.addEventListener('allauth.error', function (event) {
  event.preventDefault();
  document.getElementById('passkey-failed').hidden = false;
});
