namespace WhatsCommerce.Emulator;

/// <summary>Thrown when an action on the page is not possible; the message is shown to the person.</summary>
internal sealed class PageProblemException(string message, int statusCode = StatusCodes.Status400BadRequest) : Exception(message)
{
    public PageProblemException()
        : this("It cannot be done.") { }

    public PageProblemException(string message)
        : this(message, StatusCodes.Status400BadRequest) { }

    public PageProblemException(string message, Exception innerException)
        : this($"{message} {innerException.Message}", StatusCodes.Status400BadRequest) { }

    public int StatusCode => statusCode;

    public static PageProblemException NotFound(string what) => new($"There is no {what}.", StatusCodes.Status404NotFound);
}
