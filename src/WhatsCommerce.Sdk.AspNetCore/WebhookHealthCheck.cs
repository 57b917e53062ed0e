using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace WhatsCommerce.Webhooks;

/// <summary>Says whether deliveries can be handled now. Its answer may be public: names and counts, nothing else.</summary>
/// <param name="services">The services of the app. Asked for at each check, so that what cannot be made is a finding too.</param>
internal sealed class WebhookHealthCheck(IServiceProvider services) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        Findings findings = new(cancellationToken);
        if (services.GetService<WebhookProcessor>() is not { } processor)
        {
            return new(context.Registration.FailureStatus, "No webhooks are registered: call builder.Services.AddWhatsCommerceWebhooks(section).");
        }

        findings.Data.Add("endpoints", processor.EndpointNames.Count);
        foreach (string name in processor.EndpointNames.Order(StringComparer.Ordinal))
        {
            await findings.TryAsync($"The settings of endpoint \"{name}\" are wrong", () =>
            {
                _ = services.GetRequiredService<IOptionsMonitor<WebhookOptions>>().Get(name);
                return ValueTask.CompletedTask;
            }).ConfigureAwait(false);
        }

        await findings.TryAsync(
            "The store of handled events does not answer",
            () => services.GetRequiredService<IWebhookStore>().CheckAsync(cancellationToken)).ConfigureAwait(false);
        int letters = 0;
        await findings.TryAsync("Dead letters cannot be kept", async () =>
        {
            IDeadLetterStore store = services.GetRequiredService<IDeadLetterStore>();
            letters = await store.CountAsync(cancellationToken).ConfigureAwait(false);
            findings.Data.Add("dead_letters", letters);
            if (store is FileDeadLetterStore { UnreadableLines: > 0 and int lines })
            {
                findings.Data.Add("unreadable_lines", lines);
                letters += lines;
            }
        }).ConfigureAwait(false);

        return findings.Problems.Count > 0
                ? new(context.Registration.FailureStatus, string.Join(' ', findings.Problems), findings.Exception, findings.Data)
            : letters > 0
                ? HealthCheckResult.Degraded(
                    string.Create(CultureInfo.InvariantCulture, $"Dead letters wait for somebody to look at them: {letters}. See DeadLetterOffice."), data: findings.Data)
            : HealthCheckResult.Healthy("Deliveries can be handled.", findings.Data);
    }

    /// <summary>What was found so far.</summary>
    private sealed class Findings(CancellationToken cancellationToken)
    {
        public List<string> Problems { get; } = [];

        public Dictionary<string, object> Data { get; } = new(StringComparer.Ordinal);

        public Exception? Exception { get; private set; }

        public async ValueTask TryAsync(string problem, Func<ValueTask> look)
        {
            try
            {
                await look().ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
#pragma warning disable CA1031 // Whatever it is, it is the finding.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                // The settings' own errors name members and never values; others, as of a database, may name hosts and users: only the log has them.
                Problems.Add(exception is OptionsValidationException invalid
                    ? $"{problem}: {string.Join(' ', invalid.Failures)}"
                    : $"{problem} ({exception.GetType().Name}).");
                Exception ??= exception;
            }
        }
    }
}
