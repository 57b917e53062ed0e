namespace WhatsCommerce.Tool.Uploads;

/// <summary>
/// The exception that is thrown when a product file cannot be read: it is empty, a required column is missing, or it is neither CSV nor
/// JSON.
/// </summary>
internal sealed class InvalidProductFileException(string message) : Exception(message);
