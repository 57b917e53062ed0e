namespace WhatsCommerce.Emulator.Commands;

/// <summary>What was asked for cannot be had; the message says which option, and why.</summary>
internal sealed class CannotRunException(string message) : Exception(message);
