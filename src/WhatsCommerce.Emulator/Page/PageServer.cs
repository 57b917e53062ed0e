using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;

namespace WhatsCommerce.Emulator;

/// <summary>Handles the requests of the page and passes those of the Cloud API on.</summary>
/// <param name="options">The options of the local Cloud API.</param>
/// <param name="start">The path of the page.</param>
internal sealed class PageServer(CloudApiEmulatorOptions options, PathString start)
{
    // Only our own scripts, styles and frames. Pictures may come from anywhere, because messages link to them.
    private const string ContentSecurityPolicy =
        "default-src 'self'; img-src * data: blob:; media-src * blob:; object-src 'none'; base-uri 'none'; "
        + "form-action 'self'; frame-ancestors 'none'";

    private readonly PageGuard _guard = new(options);
    private RequestDelegate? _page;

    /// <summary>Starts serving the page of an emulator.</summary>
    public void Open(CloudApiEmulator cloud) => _page = Build(cloud);

    public async Task HandleAsync(HttpContext http, RequestDelegate next)
    {
        PathString path = http.Request.Path;
        if (path != start
            && !path.StartsWithSegments("/page", StringComparison.OrdinalIgnoreCase)
            && !path.StartsWithSegments("/emulator", StringComparison.OrdinalIgnoreCase)
            && !path.StartsWithSegments("/pictures", StringComparison.OrdinalIgnoreCase))
        {
            await next(http).ConfigureAwait(false);
            return;
        }

        http.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.CacheControl = "no-cache";
        if (_guard.Refuse(http.Request) is { } problem)
        {
            await TellAsync(http, problem, StatusCodes.Status403Forbidden).ConfigureAwait(false);
        }
        else if (_page is null)
        {
            await TellAsync(http, "The emulator is starting; try again.", StatusCodes.Status503ServiceUnavailable).ConfigureAwait(false);
        }
        else
        {
            http.Request.Path = path == start ? "/page/index.html" : path;
            await RunPageAsync(http, _page).ConfigureAwait(false);
        }
    }

    // An app without its own address, which is called by the server of the emulator.
    private static RequestDelegate Build(CloudApiEmulator cloud)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        WebApplication page = builder.Build();
        page.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new ManifestEmbeddedFileProvider(typeof(PageServer).Assembly, "wwwroot"), RequestPath = "/page",
        });
        page.UseStaticFiles(new StaticFileOptions { FileProvider = Pictures.Files, RequestPath = "/pictures" });
        page.UseRouting();
        PageRoutes.Map(page, cloud);
        page.UseEndpoints(static _ => { });
        page.Run(static http => throw PageProblemException.NotFound($"{http.Request.Method} {http.Request.Path} on the page"));
        return ((IApplicationBuilder)page).Build();
    }

    private static async Task RunPageAsync(HttpContext http, RequestDelegate page)
    {
        try
        {
            await page(http).ConfigureAwait(false);
        }
        catch (PageProblemException exception)
        {
            await TellAsync(http, exception.Message, exception.StatusCode).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception)
        {
            await TellAsync(http, "The request is too large for the page: at most 8 MB.", exception.StatusCode).ConfigureAwait(false);
        }
        catch (JsonException exception)
        {
            await TellAsync(http, $"The body is not the JSON that is expected: {exception.Message}").ConfigureAwait(false);
        }
        catch (Exception exception)
            when (exception is ArgumentException or InvalidOperationException or FormatException or WhatsCommerceException)
        {
            // The emulator's own message about an action on the page.
            await TellAsync(http, Sentence(exception)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The browser has disconnected.
        }
    }

    private static Task TellAsync(HttpContext http, string problem, int statusCode = StatusCodes.Status400BadRequest) =>
        TypedResults.Json(new(problem), PageJson.Default.ProblemJson, statusCode: statusCode).ExecuteAsync(http);

    // The parameter name that .NET appends means nothing to the reader of a page.
    private static string Sentence(Exception exception) => exception is ArgumentException { ParamName: { } name }
        ? exception.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
        : exception.Message;
}
