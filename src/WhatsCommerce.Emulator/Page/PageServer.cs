using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Emulator;

/// <summary>Answers the requests of the page and passes those of the Cloud API on.</summary>
internal sealed class PageServer(CloudApiEmulatorOptions options)
{
    // Only our own scripts, styles and frames. Pictures may come from anywhere, because messages link to them.
    private const string ContentSecurityPolicy =
        "default-src 'self'; img-src * data: blob:; media-src * blob:; object-src 'none'; base-uri 'none'; "
        + "form-action 'self'; frame-ancestors 'none'";

    // A picture of 5 MB in base64, with room for the text beside it.
    private const long MaxBodyBytes = 8 * 1024 * 1024;

    private readonly PageGuard _guard = new(options);
    private PageRoutes? _routes;

    /// <summary>Starts serving the page of an emulator.</summary>
    public void Open(CloudApiEmulator cloud) => _routes = new(cloud);

    public async Task HandleAsync(HttpContext http, RequestDelegate next)
    {
        string[] path = (http.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path is not ([] or ["page" or "emulator" or "pictures", ..]))
        {
            await next(http).ConfigureAwait(false);
            return;
        }

        http.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (_guard.Refuse(http.Request) is { } problem)
        {
            await PageAnswer.Problem(problem, StatusCodes.Status403Forbidden).WriteAsync(http).ConfigureAwait(false);
        }
        else if (_routes is null)
        {
            await PageAnswer.Problem("The emulator is starting; try again.", StatusCodes.Status503ServiceUnavailable)
                .WriteAsync(http).ConfigureAwait(false);
        }
        else
        {
            await (await AnswerAsync(http, _routes, path).ConfigureAwait(false)).WriteAsync(http).ConfigureAwait(false);
        }
    }

    private static async Task<PageAnswer> AnswerAsync(HttpContext http, PageRoutes routes, string[] path)
    {
        try
        {
            byte[] body = await ReadBodyAsync(http.Request).ConfigureAwait(false);
            return await routes.AnswerAsync(new(http, path, body)).ConfigureAwait(false);
        }
        catch (PageProblemException exception)
        {
            return PageAnswer.Problem(exception.Message, exception.StatusCode);
        }
        catch (BadHttpRequestException exception)
        {
            return PageAnswer.Problem("The request is too large for the page: at most 8 MB.", exception.StatusCode);
        }
        catch (JsonException exception)
        {
            return PageAnswer.Problem($"The body is not the JSON that is expected: {exception.Message}");
        }
        catch (Exception exception)
            when (exception is ArgumentException or InvalidOperationException or FormatException or WhatsCommerceException)
        {
            // The emulator's own message about an action on the page.
            return PageAnswer.Problem(Sentence(exception));
        }
    }

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            return [];
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxBodyBytes;
        }

        using MemoryStream body = new();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted).ConfigureAwait(false);
        return body.ToArray();
    }

    // The parameter name that .NET appends means nothing to the reader of a page.
    private static string Sentence(Exception exception) => exception is ArgumentException { ParamName: { } name }
        ? exception.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
        : exception.Message;
}
