using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhatsCommerce.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>Passes requests to <see cref="WebhookProcessor"/> and writes its responses.</summary>
/// <param name="pattern">The route, for logs.</param>
/// <param name="endpointName">The name under which the endpoint was registered.</param>
/// <param name="processor">The processor.</param>
/// <param name="options">The options, for the size limit of a body.</param>
/// <param name="environment">The environment; <see langword="null"/> counts as not Development.</param>
/// <param name="lifetime">Signals that the app stops; <see langword="null"/> if it never does.</param>
/// <param name="logger">Logs what the processor does not see.</param>
internal sealed class WebhookRequestHandler(
    string pattern,
    string endpointName,
    WebhookProcessor processor,
    IOptionsMonitor<WebhookOptions> options,
    IHostEnvironment? environment,
    IHostApplicationLifetime? lifetime,
    ILogger logger)
{
    private readonly bool _isDevelopment = environment?.IsDevelopment() ?? false;
    private readonly CancellationToken _stopping = lifetime?.ApplicationStopping ?? CancellationToken.None;

    public Task HandleAsync(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) ? ReceiveAsync(context) : AnswerChallengeAsync(context);

    private async Task AnswerChallengeAsync(HttpContext context)
    {
        IQueryCollection query = context.Request.Query;
        WebhookResponse response = await processor.AnswerChallengeAsync(
            query["hub.mode"],
            query["hub.verify_token"],
            query["hub.challenge"],
            OptionsOf(context),
            context.RequestAborted).ConfigureAwait(false);
        await WriteAsync(context, response).ConfigureAwait(false);
    }

    private WebhookRequestOptions OptionsOf(HttpContext context) => new()
    {
        EndpointName = endpointName,
        TenantId = context.Request.RouteValues[WebhookTenantOptions.RouteValue] as string,
        IsDevelopment = _isDevelopment,
    };

    private async Task ReceiveAsync(HttpContext context)
    {
        int maxBodyBytes = options.Get(endpointName).MaxBodyBytes;
        byte[]? body;
        try
        {
            body = await RequestBody.ReadAsync(context, maxBodyBytes, context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The body is incomplete, so its signature cannot match. BadHttpRequestException, an IOException, has its own status code.
            EndpointLog.BodyIncomplete(logger, exception, pattern);
            context.Response.StatusCode = (exception as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest;
            return;
        }

        if (body is null)
        {
            EndpointLog.BodyTooLarge(logger, pattern, maxBodyBytes);
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        try
        {
            // From here on an aborted request has no effect: the handlers run until the app stops.
            string? signature = context.Request.Headers[WebhookSignature.HeaderName];
            WebhookResponse response = await processor.ProcessAsync(body, signature, OptionsOf(context), _stopping).ConfigureAwait(false);
            await WriteAsync(context, response).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            EndpointLog.Stopping(logger, pattern);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private static Task WriteAsync(HttpContext context, WebhookResponse response)
    {
        context.Response.StatusCode = response.StatusCode;
        if (response.Body is not { } text)
        {
            return Task.CompletedTask;
        }

        // The text is from the request: no browser may interpret it as HTML.
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
