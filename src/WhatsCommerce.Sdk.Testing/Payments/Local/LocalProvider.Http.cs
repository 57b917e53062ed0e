namespace WhatsCommerce.Testing;

// The HTTP layer: idempotency keys, authorization and faults.
public abstract partial class LocalProvider
{
    /// <summary>The idempotency key of a request; null when it has none or does not support one.</summary>
    private protected abstract string? KeyOf(LocalRequest request);

    /// <summary>How long a key is kept.</summary>
    private protected abstract TimeSpan KeyLifetime(LocalRequest request);

    /// <summary>The response to an unauthorized request; null when the request is authorized.</summary>
    private protected abstract LocalAnswer? Unauthorized(LocalRequest request);

    /// <exception cref="LocalRefusal">The request is refused.</exception>
    private protected abstract LocalAnswer Answer(LocalRequest request);

    /// <summary>Adds the headers that all responses of the provider contain.</summary>
    private protected virtual LocalAnswer WithHeaders(LocalAnswer answer) => answer;

    /// <summary>The response while another request with the same idempotency key is running.</summary>
    private protected abstract LocalAnswer KeyInUse();

    /// <summary>The response when the idempotency key was already used for a different request.</summary>
    private protected abstract LocalAnswer KeyOfAnother();

    /// <summary>The provider's response for the HTTP status of a fault.</summary>
    private protected abstract LocalAnswer Failure(int status);

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
            await WriteAsync(http, Guarded(() => Under(() => PaymentPage.Answer(this, request, _pages)))).ConfigureAwait(false);
            return;
        }

        string? key = KeyOf(request);
        if (key is not null && !Under(() => _keys.TryEnter(key)))
        {
            await WriteAsync(http, KeyInUse()).ConfigureAwait(false);
            return;
        }

        try
        {
            // The key is in use until the response was sent, however slow that is.
            EmulatedFault? fault = Faults.For(new(request.Method, request.Path, request.Body));
            await WriteAsync(http, Guarded(() => Under(() => Answer(request, key, fault)))).ConfigureAwait(false);
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
    }

    private LocalAnswer Answer(LocalRequest request, string? key, EmulatedFault? fault)
    {
        if (fault is { Moment: FaultMoment.BeforeAccepting })
        {
            return Faulty(fault, null);
        }

        if (Unauthorized(request) is { } unauthorized)
        {
            return unauthorized;
        }

        LocalAnswer? kept = key is null ? null : _keys.Find(key, request, out bool isSame) is { } found
            ? isSame ? found.Again?.Invoke() ?? found.With("Idempotent-Replayed", "true") : KeyOfAnother()
            : null;
        LocalAnswer answer = kept ?? AnswerOrRefuse(request);
        LocalAnswer told = fault is null ? answer : Faulty(fault, answer);
        if (key is not null && kept is null && answer.IsDone)
        {
            _keys.Keep(key, request, KeepsFailures && fault is { Refusal: not null } ? told : answer, KeyLifetime(request));
        }

        return told;
    }

    private LocalAnswer AnswerOrRefuse(LocalRequest request)
    {
        LocalAnswer answer;
        try
        {
            answer = Answer(request);
        }
        catch (LocalRefusal refusal)
        {
            answer = refusal.ToAnswer();
        }

        return WithHeaders(answer);
    }

    private LocalAnswer Faulty(EmulatedFault fault, LocalAnswer? judged)
    {
        LocalAnswer answer = fault.Refusal is { } refusal ? Failure(refusal.HttpStatus) : judged ?? Failure(500);
        answer = answer with { IsCut = fault.Cuts, Wait = fault.Wait };
        return fault.RetryAfter is { } retryAfter
            ? answer.With("Retry-After", ((long)retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture))
            : answer;
    }

    // A fault of the local provider itself must show in the test, not vanish in a server without a log.
    private static LocalAnswer Guarded(Func<LocalAnswer> answer)
    {
        try
        {
            return answer();
        }
        catch (Exception exception)
        {
            return LocalAnswer.Json(500, $"The local provider itself failed: {exception}");
        }
    }

    private async Task WriteAsync(HttpContext http, LocalAnswer answer)
    {
        if (answer.Wait > TimeSpan.Zero)
        {
            await Task.Delay(answer.Wait, Time, http.RequestAborted).ConfigureAwait(false);
        }

        if (answer.IsCut)
        {
            http.Abort();
            return;
        }

        HttpResponse response = http.Response;
        response.StatusCode = answer.Status;
        response.Headers.XContentTypeOptions = "nosniff";
        foreach ((string name, string value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.Status != StatusCodes.Status204NoContent)
        {
            response.ContentType = answer.ContentType;
            response.ContentLength = answer.Body.Length;
            if (!HttpMethods.IsHead(http.Request.Method))
            {
                await response.Body.WriteAsync(answer.Body, http.RequestAborted).ConfigureAwait(false);
            }
        }

        await response.CompleteAsync().ConfigureAwait(false);
    }
}
