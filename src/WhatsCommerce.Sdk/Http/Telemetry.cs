using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace WhatsCommerce.Http;

/// <summary>Records every span and metric of the client. Costs next to nothing without listeners.</summary>
internal static class Telemetry
{
    private static readonly string? Version = typeof(Telemetry).Assembly.GetName().Version?.ToString(3);

    private static readonly ActivitySource Source = new(WhatsCommerceDiagnostics.ActivitySourceName, Version);

    private static readonly Meter Meter = new(WhatsCommerceDiagnostics.MeterName, Version);

    private static readonly Histogram<double> RequestDuration = Meter.CreateHistogram<double>(
        WhatsCommerceDiagnostics.RequestDuration, "s", "Duration of one exchange with the Graph API.");

    private static readonly Counter<long> SentMessages = Meter.CreateCounter<long>(
        WhatsCommerceDiagnostics.SentMessages, "{message}", "Messages that were to be sent, by how that ended.");

    private static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        WhatsCommerceDiagnostics.Retries, "{retry}", "Requests that were made again.");

    private static readonly Histogram<double> PacingWait = Meter.CreateHistogram<double>(
        WhatsCommerceDiagnostics.PacingWait, "s", "Time that a message waited for its turn.");

    private static readonly Counter<long> LedgerAnswers = Meter.CreateCounter<long>(
        WhatsCommerceDiagnostics.LedgerAnswers, "{message}", "Sends with a key that made no request, by why.");

    private static readonly Counter<long> LedgerEvictions = Meter.CreateCounter<long>(
        WhatsCommerceDiagnostics.LedgerEvictions, "{message}", "Sends that the ledger in memory forgot.");

    // The OpenTelemetry convention wants lower case with underscores; error classes have low cardinality, error codes do not.
    private static readonly string[] ErrorTypes = [.. Enum.GetNames<GraphErrorClass>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    /// <summary>Starts the span of a call.</summary>
    public static Activity? Start(GraphCall call)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        Activity? activity = Source.StartActivity(
            call.MessageKind is null ? call.Operation.Name : $"{call.Operation.Name} {call.MessageKind}", ActivityKind.Client);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("messaging.system", "whatsapp");
            activity.SetTag("messaging.operation.name", call.Operation.Name);
            activity.SetTag("server.address", call.Server.Host);
            activity.SetTag("server.port", call.Server.Port);
            activity.SetTag("http.request.method", call.Method.Method);
            if (call.MessageKind is not null)
            {
                activity.SetTag("messaging.operation.type", "send");
                activity.SetTag("whatscommerce.message.kind", call.MessageKind);
            }
        }

        call.Activity = activity;
        return activity;
    }

    /// <summary>Records how a call ended.</summary>
    public static void Finish(GraphCall call, Exception? exception)
    {
        if (call.MessageKind is not null && SentMessages.Enabled)
        {
            TagList tags = new()
            {
                { "messaging.system", "whatsapp" },
                { "messaging.operation.name", call.Operation.Name },
                { "server.address", call.Server.Host },
                { "whatscommerce.message.kind", call.MessageKind },
                { "whatscommerce.outcome", Outcome(exception) },
            };
            AddErrorType(ref tags, exception);
            SentMessages.Add(1, tags);
        }

        if (call.Activity is { IsAllDataRequested: true } activity)
        {
            activity.SetTag("http.response.status_code", (int?)call.LastStatus);
            activity.SetTag("http.request.resend_count", call.Attempts > 1 ? call.Attempts - 1 : null);
            if (exception is not null)
            {
                activity.SetTag("error.type", ErrorType(exception));
                activity.SetTag("whatscommerce.error.code", (exception as GraphException)?.Error?.Code);
                activity.SetTag("whatscommerce.trace_id", (exception as GraphException)?.TraceId);
                activity.SetStatus(ActivityStatusCode.Error, ErrorType(exception));
            }
        }
    }

    /// <summary>Records one exchange.</summary>
    public static void Exchanged(GraphCall call, TimeSpan elapsed, int? status, Exception? exception)
    {
        if (RequestDuration.Enabled)
        {
            TagList tags = new()
            {
                { "messaging.system", "whatsapp" },
                { "messaging.operation.name", call.Operation.Name },
                { "http.request.method", call.Method.Method },
                { "server.address", call.Server.Host },
            };
            if (status is int code)
            {
                tags.Add("http.response.status_code", code);
            }

            AddErrorType(ref tags, exception);
            RequestDuration.Record(elapsed.TotalSeconds, tags);
        }
    }

    /// <summary>Records a retry.</summary>
    public static void Repeating(GraphCall call, GraphErrorClass errorClass, TimeSpan wait)
    {
        if (Retries.Enabled)
        {
            Retries.Add(1, new TagList
            {
                { "messaging.system", "whatsapp" },
                { "messaging.operation.name", call.Operation.Name },
                { "server.address", call.Server.Host },
                { "error.type", ErrorTypes[(int)errorClass] },
            });
        }

        call.Activity?.AddEvent(new ActivityEvent("retry", tags: new ActivityTagsCollection
        {
            { "error.type", ErrorTypes[(int)errorClass] },
            { "whatscommerce.retry.delay", wait.TotalSeconds },
        }));
    }

    /// <summary>Records a wait for a turn.</summary>
    public static void Paced(TimeSpan waited)
    {
        if (PacingWait.Enabled)
        {
            PacingWait.Record(waited.TotalSeconds, new KeyValuePair<string, object?>("messaging.system", "whatsapp"));
        }
    }

    /// <summary>Records a send that the ledger prevented.</summary>
    public static void AnsweredByLedger(string outcome)
    {
        if (LedgerAnswers.Enabled)
        {
            LedgerAnswers.Add(1, new("messaging.system", "whatsapp"), new("whatscommerce.outcome", outcome));
        }
    }

    /// <summary>Records that the ledger in memory forgot a send.</summary>
    public static void Evicted(string reason)
    {
        if (LedgerEvictions.Enabled)
        {
            LedgerEvictions.Add(1, new KeyValuePair<string, object?>("whatscommerce.reason", reason));
        }
    }

    private static void AddErrorType(ref TagList tags, Exception? exception)
    {
        if (exception is not null)
        {
            tags.Add("error.type", ErrorType(exception));
        }
    }

    private static string ErrorType(Exception exception) => exception switch
    {
        GraphException failure => ErrorTypes[(int)failure.ErrorClass],
        OperationCanceledException => "cancelled",
        _ => exception.GetType().FullName!,
    };

    private static string Outcome(Exception? exception) => exception switch
    {
        null => "sent",
        OutcomeUnknownException or SendCanceledException => "unknown",
        OperationCanceledException => "cancelled",
        GraphConnectionException => "not_written",
        GraphException => "refused",
        _ => "failed",
    };
}
