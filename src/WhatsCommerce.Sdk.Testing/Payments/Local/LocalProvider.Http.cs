namespace WhatsCommerce.Testing;

// The HTTP layer: idempotency keys, authorization and faults.
public abstract partial class LocalProvider
{
    /// <summary>The idempotency key of a request; null when it has none or does not support one.</summary>
    private protected abstract string? KeyOf(LocalRequest request);

    /// <summary>How long a key is stored.</summary>
    private protected abstract TimeSpan KeyLifetime(LocalRequest request);

    /// <summary>The response to an unauthorized request; null when the request is authorized.</summary>
    private protected abstract LocalResponse? Unauthorized(LocalRequest request);

    /// <exception cref="LocalRefusal">The request is refused.</exception>
    private protected abstract LocalResponse Handle(LocalRequest request);

    /// <summary>Adds the headers that all responses of the provider contain.</summary>
    private protected virtual LocalResponse WithHeaders(LocalResponse response) => response;

    /// <summary>The response while another request with the same idempotency key is running.</summary>
    private protected abstract LocalResponse KeyInUse();

    /// <summary>The response when the idempotency key was already used for a different request.</summary>
    private protected abstract LocalResponse KeyOfAnother();

    /// <summary>The provider's response for the HTTP status of a fault.</summary>
    private protected abstract LocalResponse Failure(int status);

    /// <summary>Whether the idempotency key stores a failure that occurs after the request was carried out, as at Stripe.</summary>
    private protected virtual bool KeepsFailures => false;

    private async Task HandleAsync(HttpContext http)
    {
        bool isPage = PaymentPage.IsAt(http.Request.Path);
        if ((isPage ? _foreign.Refuse(http.Request) : _foreign.RefuseApi(http.Request)) is { } foreign)
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            await http.Response.WriteAsync(foreign, http.RequestAborted).ConfigureAwait(false);
            return;
        }

        LocalRequest request;
        try
        {
            request = await LocalRequest.ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception)
        {
            http.Response.StatusCode = exception.StatusCode;
            return;
        }

        if (isPage)
        {
            await WriteAsync(http, Guarded(() => Under(() => PaymentPage.Handle(this, request, _pages)))).ConfigureAwait(false);
            return;
        }

        string? key = KeyOf(request);
        if (key is not null && !Under(() => _keys.TryEnter(key)))
        {
            await WriteAsync(http, KeyInUse()).ConfigureAwait(false);
            return;
        }

        LocalResponse response;
        try
        {
            // The key is in use for as long as the response takes. Who has it, or has lost the connection, may use the key again at once.
            EmulatedFault? fault = Faults.For(new(request.Method, request.Path, request.Body));
            response = Guarded(() => Under(() => Handle(request, key, fault)));
            if (response.Wait > TimeSpan.Zero)
            {
                await Task.Delay(response.Wait, Time, http.RequestAborted).ConfigureAwait(false);
            }
        }
        finally
        {
            if (key is not null)
            {
                Under(() =>
                {
                    _keys.Leave(key);
                    return true;
                });
            }
        }

        await WriteAsync(http, response).ConfigureAwait(false);
    }

    private LocalResponse Handle(LocalRequest request, string? key, EmulatedFault? fault)
    {
        if (fault is { Moment: FaultMoment.BeforeAccepting })
        {
            return Faulty(fault, null);
        }

        if (Unauthorized(request) is { } unauthorized)
        {
            return unauthorized;
        }

        LocalResponse? kept = key is null ? null : _keys.Find(key, request, out bool isSame) is { } found
            ? isSame ? found.Again?.Invoke() ?? found.With("Idempotent-Replayed", "true") : KeyOfAnother()
            : null;
        LocalResponse response = kept ?? HandleOrRefuse(request);
        LocalResponse sent = fault is null ? response : Faulty(fault, response);
        if (key is not null && kept is null && response.IsDone)
        {
            _keys.Keep(key, request, KeepsFailures && fault is { Refusal: not null } ? sent : response, KeyLifetime(request));
        }

        return sent;
    }

    private LocalResponse HandleOrRefuse(LocalRequest request)
    {
        LocalResponse response;
        try
        {
            response = Handle(request);
        }
        catch (LocalRefusal refusal)
        {
            response = refusal.ToResponse();
        }

        return WithHeaders(response);
    }

    private LocalResponse Faulty(EmulatedFault fault, LocalResponse? judged)
    {
        LocalResponse response = fault.Refusal is { } refusal ? Failure(refusal.HttpStatus) : judged ?? Failure(500);
        response = response with { IsCut = fault.Cuts, Wait = fault.Wait };
        return fault.RetryAfter is { } retryAfter
            ? response.With("Retry-After", ((long)retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture))
            : response;
    }

    // A fault of the local provider itself must show in the test, not vanish in a server without a log.
    private static LocalResponse Guarded(Func<LocalResponse> handle)
    {
        try
        {
            return handle();
        }
        catch (Exception exception)
        {
            return LocalResponse.Json(500, $"The local provider itself failed: {exception}");
        }
    }

    private static async Task WriteAsync(HttpContext http, LocalResponse response)
    {
        if (response.IsCut)
        {
            http.Abort();
            return;
        }

        HttpResponse output = http.Response;
        output.StatusCode = response.Status;
        output.Headers.XContentTypeOptions = "nosniff";
        foreach ((string name, string value) in response.Headers)
        {
            output.Headers[name] = value;
        }

        if (response.Status != StatusCodes.Status204NoContent)
        {
            output.ContentType = response.ContentType;
            output.ContentLength = response.Body.Length;
            if (!HttpMethods.IsHead(http.Request.Method))
            {
                await output.Body.WriteAsync(response.Body, http.RequestAborted).ConfigureAwait(false);
            }
        }

        await output.CompleteAsync().ConfigureAwait(false);
    }
}
