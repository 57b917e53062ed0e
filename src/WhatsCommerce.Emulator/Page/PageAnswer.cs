using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace WhatsCommerce.Emulator;

/// <summary>The answer to a request of the page.</summary>
internal sealed class PageAnswer
{
    private readonly Func<HttpContext, Task> _write;

    private PageAnswer(Func<HttpContext, Task> write) => _write = write;

    public static PageAnswer Empty { get; } = Bytes("{}"u8.ToArray(), "application/json");

    public static PageAnswer Json<T>(T value, JsonTypeInfo<T> type) =>
        Bytes(JsonSerializer.SerializeToUtf8Bytes(value, type), "application/json");

    public static PageAnswer Problem(string sentence, int statusCode = StatusCodes.Status400BadRequest) =>
        Bytes(JsonSerializer.SerializeToUtf8Bytes(new ProblemJson(sentence), PageJson.Default.ProblemJson), "application/json", statusCode);

    public static PageAnswer Bytes(ReadOnlyMemory<byte> body, string contentType, int statusCode = StatusCodes.Status200OK) =>
        new(async http =>
        {
            http.Response.StatusCode = statusCode;
            http.Response.ContentType = contentType;
            http.Response.ContentLength = body.Length;
            http.Response.Headers.CacheControl = "no-cache";
            await http.Response.Body.WriteAsync(body, http.RequestAborted).ConfigureAwait(false);
        });

    /// <summary>Returns an answer that is streamed until the browser disconnects.</summary>
    public static PageAnswer Stream(Func<HttpContext, Task> write) => new(write);

    public async Task WriteAsync(HttpContext http)
    {
        try
        {
            await _write(http).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The browser has disconnected.
        }
    }
}
