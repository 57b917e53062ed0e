using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace WhatsCommerce.Webhooks;

/// <summary>Checks whether deliveries can be handled. The result may be public: it contains only names and counts.</summary>
/// <param name="services">
/// The services of the app. Resolved at each check, so that a service that cannot be created is also reported.
/// </param>
internal sealed class WebhookHealthCheck(IServiceProvider services) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        Findings findings = new(cancellationToken);
        if (services.GetService<WebhookProcessor>() is not { } processor)
        {
            return new(
                context.Registration.FailureStatus,
                "No webhooks are registered: call builder.Services.AddWhatsCommerceWebhooks(section).");
        }

        findings.Data.Add("endpoints", processor.EndpointNames.Count);
        IReadOnlyList<LongRun> longRuns = processor.LongRuns;
        if (longRuns.Count > 0)
        {
            findings.Data.Add("long_runs", longRuns.Count);
        }

        foreach (string name in processor.EndpointNames.Order(StringComparer.Ordinal))
        {
            await findings.TryAsync($"The settings of endpoint \"{name}\" are wrong", () =>
            {
                int places = services.GetRequiredService<IOptionsMonitor<WebhookOptions>>().Get(name).MaxConcurrency;
                if (longRuns.Count(run => run.EndpointName == name) >= places)
                {
                    findings.Problems.Add(
                        $"No event can be handled at endpoint \"{name}\": handlers that may hang take all of its MaxConcurrency slots.");
                }

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

        TimeSpan? late = null;
        if (services.GetService<IDeliveryQueue>() is { } queue)
        {
            await findings.TryAsync(
                "The delivery queue does not answer",
                async () => late = await LookAsync(queue, findings, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }

        return findings.Problems.Count > 0
                ? new(context.Registration.FailureStatus, string.Join(' ', findings.Problems), findings.Exception, findings.Data)
            : letters > 0 || longRuns.Count > 0 || late is not null
                ? HealthCheckResult.Degraded(
                    string.Join(' ', new[] { Describe(longRuns), Describe(letters), Describe(late) }.OfType<string>()), data: findings.Data)
            : HealthCheckResult.Healthy("Deliveries can be handled.", findings.Data);
    }

    /// <summary>Measures the waiting events in the delivery queue.</summary>
    /// <returns>The age of the oldest event, when it is too old.</returns>
    private async ValueTask<TimeSpan?> LookAsync(IDeliveryQueue queue, Findings findings, CancellationToken cancellationToken)
    {
        IReadOnlyList<LaneDepth> lanes = await queue.MeasureAsync(cancellationToken).ConfigureAwait(false);

        // A failing receiver of forwards does not matter for routing requests to this app.
        LaneDepth[] handled = [.. lanes.Where(lane => lane.Lane != DeliveryLane.Forwards)];
        if (lanes.Count > handled.Length)
        {
            findings.Data.Add("forwards_waiting", lanes.Where(lane => lane.Lane == DeliveryLane.Forwards).Sum(lane => lane.Events));
        }

        TimeSpan oldest = handled.Length == 0 ? TimeSpan.Zero : handled.Max(lane => lane.Oldest);
        findings.Data.Add("queue_depth", handled.Sum(lane => lane.Events));
        findings.Data.Add("queue_oldest_seconds", (long)oldest.TotalSeconds);
        return oldest >= services.GetRequiredService<IOptions<DeliveryQueueOptions>>().Value.MaxAge ? oldest : null;
    }

    private static string? Describe(TimeSpan? late) => late is not { } age
        ? null
        : string.Create(
            CultureInfo.InvariantCulture, $"The oldest event in the delivery queue has been waiting for {Math.Floor(age.TotalSeconds)} s.");

    private static string? Describe(int letters) => letters == 0
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"Dead letters wait for somebody to look at them: {letters}. See DeadLetterQueue.");

    private static string? Describe(IReadOnlyList<LongRun> runs) => runs.Count == 0
        ? null
        : "Handlers have been running for more than three leases: "
            + $"{string.Join(", ", runs.GroupBy(run => run.HandlerName).Select(DescribeHandler))}.";

    private static string DescribeHandler(IGrouping<string, LongRun> handler)
    {
        double longest = Math.Floor(handler.Max(run => run.Elapsed.TotalSeconds));
        return string.Create(CultureInfo.InvariantCulture, $"{handler.Key} ({handler.Count()}, the longest for {longest} s)");
    }

    /// <summary>The findings so far.</summary>
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
            catch (Exception exception)
            {
                // Whatever the exception is, it is the finding.
                // Options errors contain names of members and never values. Other errors, such as a database's, may contain host and user
                // names: these go to the log only.
                Problems.Add(exception is OptionsValidationException invalid
                    ? $"{problem}: {string.Join(' ', invalid.Failures)}"
                    : $"{problem} ({exception.GetType().Name}).");
                Exception ??= exception;
            }
        }
    }
}
