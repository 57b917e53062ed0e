using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace WhatsCommerce.Emulator;

/// <summary>A request of the page.</summary>
internal sealed class PageCall(HttpContext http, string[] path, byte[] body)
{
    public string Method => http.Request.Method;

    /// <summary>Gets the segments of the path, unescaped.</summary>
    public string[] Path => path;

    public CancellationToken Aborted => http.RequestAborted;

    public string? Query(string name) => http.Request.Query.TryGetValue(name, out var values) ? values[^1] : null;

    public IReadOnlyList<string> QueryList(string name) => [.. http.Request.Query[name].OfType<string>()];

    public long Number(string name, long otherwise) =>
        Query(name) is not { Length: > 0 } text ? otherwise
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number
        : throw new PageProblemException($"{name} must be a whole number.");

    public T Body<T>(JsonTypeInfo<T> type)
        where T : class =>
        JsonSerializer.Deserialize(body.Length == 0 ? "{}"u8 : body, type)
        ?? throw new PageProblemException("The body must be a JSON object.");
}

/// <summary>Thrown when an action on the page is not possible; the message is shown to the person.</summary>
internal sealed class PageProblemException(string message, int statusCode = StatusCodes.Status400BadRequest) : Exception(message)
{
    public PageProblemException()
        : this("It cannot be done.")
    {
    }

    public PageProblemException(string message)
        : this(message, StatusCodes.Status400BadRequest)
    {
    }

    public PageProblemException(string message, Exception innerException)
        : this($"{message} {innerException.Message}", StatusCodes.Status400BadRequest)
    {
    }

    public int StatusCode => statusCode;

    public static PageProblemException NotFound(string what) => new($"There is no {what}.", StatusCodes.Status404NotFound);
}
