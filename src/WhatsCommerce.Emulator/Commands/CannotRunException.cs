namespace WhatsCommerce.Emulator.Commands;

/// <summary>Thrown when the command cannot run as requested; the message says which option is the cause, and why.</summary>
internal sealed class CannotRunException(string message) : Exception(message);
