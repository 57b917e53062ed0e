using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace WhatsCommerce.Webhooks;

/// <summary>The spans and metrics of forwards.</summary>
internal static class ForwardTelemetry
{
    private static readonly string? Version = typeof(ForwardTelemetry).Assembly.GetName().Version?.ToString(3);

    private static readonly ActivitySource Source = new(WebhookDiagnostics.ActivitySourceName, Version);

    private static readonly Meter Meter = new(WebhookDiagnostics.MeterName, Version);

    private static readonly Counter<long> Forwards = Meter.CreateCounter<long>(
        WebhookDiagnostics.Forwards, "{message}", "Deliveries and events to be forwarded, by what became of them.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        WebhookDiagnostics.ForwardDuration, "s", "Duration of one attempt to forward.");

    public static Activity? Start(ForwardRegistration forward, int attempt)
    {
        Activity? activity = Source.HasListeners() ? Source.StartActivity($"forward {forward.Name}", ActivityKind.Producer) : null;
        activity?.SetTag("messaging.system", "whatsapp");
        activity?.SetTag("whatscommerce.forward", forward.Name);
        activity?.SetTag("whatscommerce.attempt", attempt);
        return activity;
    }

    public static void Finish(Activity? activity, ForwardRegistration forward, TimeSpan time, string? error)
    {
        Duration.Record(time.TotalSeconds, TagsOf(forward, error is null ? "sent" : "failed"));
        if (error is not null)
        {
            activity?.SetStatus(ActivityStatusCode.Error, error);
        }
    }

    public static void Count(ForwardRegistration forward, string outcome) => Forwards.Add(1, TagsOf(forward, outcome));

    private static TagList TagsOf(ForwardRegistration forward, string outcome) => new()
    {
        { "messaging.system", "whatsapp" },
        { "whatscommerce.forward", forward.Name },
        { "whatscommerce.outcome", outcome },
    };
}
