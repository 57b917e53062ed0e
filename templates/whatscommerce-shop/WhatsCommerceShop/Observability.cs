using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using WhatsCommerce;
using WhatsCommerce.Webhooks;

namespace WhatsCommerceShop;

public static class Observability
{
    public static void AddObservability(this WebApplicationBuilder builder)
    {
        OpenTelemetryBuilder telemetry = builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing
                .AddSource(WhatsCommerceDiagnostics.ActivitySourceName)
                .AddSource(WebhookDiagnostics.ActivitySourceName)
                .AddAspNetCoreInstrumentation())
            .WithMetrics(metrics => metrics
                .AddMeter(WhatsCommerceDiagnostics.MeterName)
                .AddMeter(WebhookDiagnostics.MeterName));
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
        {
            telemetry.UseOtlpExporter();
        }
    }
}
