using System.Collections.ObjectModel;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Polly;

namespace WhatsCommerce.Http;

/// <summary>The outcome of one exchange: the response as an object, or the exception that describes the failure.</summary>
internal static class GraphOutcome
{
    private const int MaxKeptBody = 64 * 1024;

    private static readonly TimeSpan MaxPairWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan MaxNamedWait = TimeSpan.FromDays(7);

    /// <summary>Returns the success, if the response has its required members.</summary>
    public static Outcome<object> Accepted(GraphCall call, HttpResponseMessage response, byte[] body)
    {
        Exception? cause = null;
        try
        {
            if (call.Operation.Read(body) is { } value)
            {
                call.Response = call.KeepsResponse ? Keep(response, body, default) : null;
                return Outcome.FromResult(value);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: the text contains a lone surrogate.
            cause = exception;
        }

        string what = call.MessageKind is null ? "which is not the response of this endpoint" : "which does not name the message";
        string sentence = $"Meta answered {Number(response.StatusCode)} with {GraphErrorReader.Beginning(body, call.Redaction)}, {what}.";
        return Outcome.FromException<object>(Fail(call, sentence, cause, new GraphFailure
        {
            ErrorClass = GraphErrorClass.Unavailable,
            Response = Keep(response, body, call.Redaction),
        }));
    }

    /// <summary>Describes a response with an error.</summary>
    public static GraphException Refused(GraphCall call, HttpResponseMessage response, byte[] body, TimeProvider time)
    {
        GraphError? error = GraphErrorReader.Read(body, (int)response.StatusCode, call.Redaction);
        GraphErrorClass errorClass = (error ?? new GraphError { HttpStatus = (int)response.StatusCode }).Class;
        GraphResponse kept = Keep(response, body, call.Redaction);
        string trace = (error?.TraceId ?? kept.TraceId) is string id ? $" [fbtrace_id {id}]" : "";
        string remedy = errorClass switch
        {
            GraphErrorClass.Paging => " The cursor is no longer valid, if it ever was: list again from the beginning, without it.",
            GraphErrorClass.InvalidRequest or GraphErrorClass.Permission or GraphErrorClass.Routing => call.Operation.IfRefused,
            _ => "",
        };
        string sentence =
            $"Meta answered {Number(response.StatusCode)} "
                + $"{GraphErrorReader.Describe(response, body, error, call.Redaction)}{trace}.{remedy}";
        return Fail(call, sentence, null, new GraphFailure
        {
            Error = error,
            ErrorClass = errorClass,
            Response = kept,
            RetryAfter = RetryAfter(call, response, errorClass, error?.Code, time),
        });
    }

    /// <summary>
    /// Returns whether connecting failed. When a server closes the connection while it is being established, HttpClient throws the bare
    /// socket exception.
    /// </summary>
    public static bool IsOfTheConnection(Exception exception) => exception is HttpRequestException or IOException or SocketException;

    /// <summary>
    /// Returns whether no response arrived. Whatever fails after the request began to be written leaves the outcome unknown, also in a
    /// handler that the app added.
    /// </summary>
    public static bool IsUnanswered(Exception exception, MovingContent? content) => exception is not WhatsCommerceException
        && (content is GraphContent { WritingBegan: true }
            || IsOfTheConnection(exception)
            || exception is OperationCanceledException);

    /// <summary>Describes a request without a response.</summary>
    public static GraphException Unanswered(GraphCall call, Exception exception, MovingContent? content, bool timedOut)
    {
        string host = call.Server.Authority;
        string what = timedOut
            ? $"{host} did not respond within {call.Account.Options.Timeout:c} (WhatsCommerceOptions.Timeout)."
            : IsOfTheConnection(exception)
                ? $"The connection to {host} failed: {call.Redaction.Clean(Reason(exception))}."
                : $"The exchange with {host} was given up by a handler or the time-out of this HttpClient ({exception.GetType().Name}): "
                    + $"{call.Redaction.Clean(Reason(exception))}.";

        // Without a body, writing cannot be observed; then only a failure to connect proves that nothing was written.
        bool written = content is not null ? content.WritingBegan : exception is not (SocketException or HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        });
        return written
            ? Fail(call, what, exception, new GraphFailure { ErrorClass = GraphErrorClass.Unavailable })
            : Fail(
                call,
                $"{what} The request was never written, so it may be repeated.",
                exception,
                new GraphFailure { ErrorClass = GraphErrorClass.Connection });
    }

    private static GraphException Fail(GraphCall call, string sentence, Exception? inner, GraphFailure failure)
    {
        failure = failure with { IsRetrySafe = RepeatPolicy.IsSafe(call, failure.ErrorClass), Attempts = call.Attempts };
        string count = call.Attempts > 1 ? string.Create(CultureInfo.InvariantCulture, $" This was attempt {call.Attempts}.") : "";
        return RepeatPolicy.LeavesOutcomeUnknown(call, failure.ErrorClass)
            ? new OutcomeUnknownException($"{sentence}{count} {call.Operation.IfUnknown}", failure, inner)
            : GraphExceptions.Create($"{sentence}{count}", failure, inner);
    }

    private static TimeSpan? RetryAfter(
        GraphCall call, HttpResponseMessage response, GraphErrorClass errorClass, int? code, TimeProvider time)
    {
        TimeSpan? named = response.Headers.RetryAfter switch
        {
            { Delta: TimeSpan delta } => delta,
            { Date: DateTimeOffset date } => date - time.GetUtcNow(),
            _ => null,
        };

        // Zero or a time in the past means no wait; a wait that is too long does not fit into a timer.
        named = named <= TimeSpan.Zero ? null : named > MaxNamedWait ? MaxNamedWait : named;
        if (errorClass != GraphErrorClass.Throttled)
        {
            return named;
        }

        UsageTracker usage = new();
        usage.Observe(response.Headers);
        named = Longer(named, usage.Current?.TimeToRegainAccess);

        // Meta's rule for a pair: 4^n seconds, where n counts the failures before this one.
        return code == GraphErrorCodes.PairRateLimit
            ? Longer(named, TimeSpan.FromSeconds(Math.Min(Math.Pow(4, call.Attempts - 1), MaxPairWait.TotalSeconds)))
            : named;
    }

    private static TimeSpan? Longer(TimeSpan? one, TimeSpan? other) => one is null || other > one ? other : one;

    private static string Reason(Exception exception) =>
        (exception is OperationCanceledException { InnerException: Exception inner } ? inner.Message : exception.Message).TrimEnd('.');

    private static GraphResponse Keep(HttpResponseMessage response, byte[] body, Redaction redaction)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        Add(response.Headers.NonValidated);
        Add(response.Content.Headers.NonValidated);
        return new GraphResponse(
            response.StatusCode, new ReadOnlyDictionary<string, string>(headers), redaction == default ? body : Clean(body, redaction));

        void Add(HttpHeadersNonValidated some)
        {
            foreach ((string name, HeaderStringValues values) in some)
            {
                headers[name] = redaction.Clean(values.ToString());
            }
        }
    }

    private static byte[] Clean(byte[] body, Redaction redaction)
    {
        // Truncated after redaction, so that the cut cannot leave half a secret that the redaction does not recognize.
        string text = Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 2 * MaxKeptBody)));
        string clean = redaction.Clean(text);
        byte[] kept = text == clean ? body : Encoding.UTF8.GetBytes(clean);
        return kept.Length > MaxKeptBody ? kept[..MaxKeptBody] : kept;
    }

    private static string Number(HttpStatusCode status) => ((int)status).ToString(CultureInfo.InvariantCulture);
}
