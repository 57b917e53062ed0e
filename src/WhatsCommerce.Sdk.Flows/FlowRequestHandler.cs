using Microsoft.Extensions.Logging;
using WhatsCommerce.Diagnostics;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Flows;

/// <summary>Verifies and decrypts requests, calls the handler, and encrypts its responses.</summary>
/// <param name="pattern">The route, for logs.</param>
/// <param name="endpointName">The name under which the endpoint was registered.</param>
/// <param name="options">The options.</param>
/// <param name="logger">The log.</param>
internal sealed class FlowRequestHandler(string pattern, string endpointName, IOptionsMonitor<FlowOptions> options, ILogger logger)
{
    // The codes are Meta's; HTTP does not define 427 and 432 with these meanings.
    private const int TokenRefused = 427;
    private const int SignatureRefused = 432;

    private static readonly byte[] Active = FlowResponse.Utf8(static json =>
    {
        json.WriteStartObject("data"u8);
        json.WriteString("status"u8, "active"u8);
        json.WriteEndObject();
    });

    private static readonly byte[] Acknowledged = FlowResponse.Utf8(static json =>
    {
        json.WriteStartObject("data"u8);
        json.WriteBoolean("acknowledged"u8, true);
        json.WriteEndObject();
    });

    private KeyRing _keys = new([], null, []);

    public async Task HandleAsync(HttpContext context)
    {
        FlowOptions current = options.Get(endpointName);
        byte[]? body;
        try
        {
            body = await RequestBody.ReadAsync(context, current.MaxBodyBytes, context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            context.Response.StatusCode = (exception as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest;
            return;
        }

        if (body is null)
        {
            FlowLog.BodyTooLarge(logger, pattern, current.MaxBodyBytes);
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }
        else if (!IsSigned(body, context.Request, current))
        {
            context.Response.StatusCode = SignatureRefused;
        }
        else if (EncryptedFlow.TryParse(body) is not { } encrypted)
        {
            FlowLog.Malformed(logger, pattern);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else if (encrypted.TryOpen(Keys(current)) is not { } opened)
        {
            FlowLog.NotDecrypted(logger, pattern);
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        }
        else
        {
            await RespondAsync(context, opened).ConfigureAwait(false);
        }
    }

    private async Task RespondAsync(HttpContext context, OpenedFlow opened)
    {
        if (EncryptedFlow.TryRead(opened.Json) is not { } request)
        {
            FlowLog.Malformed(logger, pattern);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        byte[] json;
        if (request.Action == FlowAction.Ping)
        {
            json = Active;
        }
        else
        {
            IFlowHandler handler = context.RequestServices.GetRequiredKeyedService<IFlowHandler>(endpointName);
            if (TryReadError(request) is { } error)
            {
                FlowLog.ClientError(logger, pattern, error.Code, error.Message, request.Screen);
                await handler.HandleErrorAsync(error, context.RequestAborted).ConfigureAwait(false);
                json = Acknowledged;
            }
            else
            {
                FlowResponse response = await handler.HandleAsync(request, context.RequestAborted).ConfigureAwait(false);
                context.Response.StatusCode = response.Refusal is null ? StatusCodes.Status200OK : TokenRefused;
                json = response.ToJson(request);
            }
        }

        byte[] text = opened.Seal(json);
        context.Response.ContentType = "text/plain";
        context.Response.ContentLength = text.Length;
        await context.Response.Body.WriteAsync(text, context.RequestAborted).ConfigureAwait(false);
    }

    private bool IsSigned(byte[] body, HttpRequest request, FlowOptions current)
    {
        IReadOnlyList<string> secrets = current.CurrentSecrets;
        if (current.AllowUnsigned && secrets.All(string.IsNullOrEmpty))
        {
            return true;
        }

        SignatureResult result = WebhookSignature.Verify(body, request.Headers[WebhookSignature.HeaderName], secrets);
        if (result != SignatureResult.Valid)
        {
            FlowLog.NotSigned(logger, pattern, result);
        }

        return result == SignatureResult.Valid;
    }

    /// <summary>The keys of the options, read again when the options have changed.</summary>
    private FlowKey[] Keys(FlowOptions current)
    {
        KeyRing ring = _keys;
        if (!ring.IsOf(current))
        {
            // Two requests may do this concurrently; both get the same result.
            ring = KeyRing.Of(current);
            _keys = ring;
        }

        return ring.Keys;
    }

    /// <summary>Reads an error notification: its data contain only the code and message of an error.</summary>
    private static FlowClientError? TryReadError(FlowRequest request) =>
        request.Data.ValueKind == System.Text.Json.JsonValueKind.Object
        && EncryptedFlow.Text(request.Data, "error"u8) is { } error
        && EncryptedFlow.Text(request.Data, "error_message"u8) is { } message
        ? new() { Code = error, Message = message, Request = request }
        : null;

    private sealed record KeyRing(string[] Pems, string? Passphrase, FlowKey[] Keys)
    {
        public static KeyRing Of(FlowOptions options) => new(
            [.. options.PrivateKeys],
            options.Passphrase,
            [.. options.PrivateKeys.Select(pem => FlowKey.FromPem(pem, options.Passphrase))]);

        public bool IsOf(FlowOptions options) => Passphrase == options.Passphrase && options.PrivateKeys.SequenceEqual(Pems);
    }
}
