using System.Collections.Frozen;
using System.Diagnostics;
using WhatsCommerce.Webhooks.Json;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// Stores forwards, and sends them from the queue, independently of the handlers, which neither wait for a receiver nor fail with it.
/// </summary>
internal sealed class Forwarding(
    IEnumerable<ForwardRegistration> registrations,
    ForwardSender sender,
    IOptionsMonitor<ForwardOptions> options,
    ProcessingServices services)
{
    /// <summary>The maximum size in bytes of forwards that wait in the memory of a process.</summary>
    private const long MostBytesInMemory = 64 * 1024 * 1024;

    /// <summary>How long a response to Meta waits for the storing, at most.</summary>
    private static readonly TimeSpan StoreTimeout = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly ForwardRegistration[] _all = [.. registrations];
    private readonly FrozenDictionary<string, ForwardRegistration> _byId =
        registrations.ToFrozenDictionary(one => one.Id, StringComparer.Ordinal);

    private readonly DeadLetterWriter _deadLetters = new(services);
    private int _isMemoryTold;

    public ForwardRegistration? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    public async Task AcceptAsync(string endpointName, ReadOnlyMemory<byte> body, string? signature, IReadOnlyList<WebhookEvent> events)
    {
        List<(ForwardRegistration Forward, ForwardedBody What)> all = [];
        foreach (ForwardRegistration forward in _all.Where(one => one.EndpointName == endpointName))
        {
            all.AddRange(forward.Takes is null
                ? [(forward, ForwardedBody.Of(body, signature))]
                : events.Where(one => IsTaken(forward, one)).Select(one =>
                    (forward, new ForwardedBody(EventKeys.For(endpointName, one), SingleDelivery.Write(one)))));
        }

        if (all.Count == 0)
        {
            return;
        }

        Exception? failure = null;
        try
        {
            if (services.Queue is not MemoryDeliveryQueue memory || HasRoom(memory))
            {
                await services.Queue.AppendAsync([.. all.Select(one => Queued(one.Forward, one.What))], CancellationToken.None)
                    .AsTask().WaitAsync(StoreTimeout, services.Time).ConfigureAwait(false);
                return;
            }
        }
        catch (Exception exception)
        {
            // Whatever the queue throws: the delivery is still handled.
            failure = exception;
        }

        ForwardLog.NotStored(services.Logger, failure, endpointName.ForLogs(), all.Count);
        foreach ((ForwardRegistration forward, ForwardedBody what) in all)
        {
            bool isKept = await _deadLetters.TryKeepAsync(LetterOf(forward, what.Key, what.Body, 0, "It could not be stored in the queue."))
                .ConfigureAwait(false);
            ForwardTelemetry.Count(forward, isKept ? "dead" : "lost");
        }
    }

    public async ValueTask<RunResult> RunAsync(ForwardRegistration forward, LeasedEvent queued, CancellationToken stopping)
    {
        string key = queued.EventKey!;
        ForwardOptions now = options.Get(forward.Name);
        WebhookClaim claim = await services.Store.TryBeginAsync(new(key, forward.Id), now.Timeout + Margin, stopping).ConfigureAwait(false);
        if (claim.State != WebhookClaimState.Claimed)
        {
            bool isDone = claim.State == WebhookClaimState.Done;
            if (isDone)
            {
                ForwardTelemetry.Count(forward, "duplicate");
            }

            return isDone ? RunResult.Done : RunResult.InProgress;
        }

        string? error = claim.Attempt > now.MaxAttempts
            ? "Each attempt was cut off, by the end of the process or of the app."
            : await SendAsync(forward, claim, queued.Body, stopping).ConfigureAwait(false);
        if (error is null)
        {
            await services.Store.CompleteAsync(claim, CancellationToken.None).ConfigureAwait(false);
            ForwardTelemetry.Count(forward, "sent");
            return RunResult.Done;
        }

        ForwardLog.Failed(services.Logger, forward.Name, claim.Attempt, now.MaxAttempts, error);
        if (claim.Attempt < now.MaxAttempts)
        {
            await services.Store.AbandonAsync(claim, error, CancellationToken.None).ConfigureAwait(false);
            ForwardTelemetry.Count(forward, "failed");
            return RunResult.Failed;
        }

        int attempts = Math.Min(claim.Attempt, now.MaxAttempts);
        if (!await _deadLetters.TryKeepAsync(LetterOf(forward, key, queued.Body, attempts, error)).ConfigureAwait(false))
        {
            await services.Store.AbandonAsync(claim, error, CancellationToken.None).ConfigureAwait(false);
            return RunResult.StoreFailed;
        }

        await services.Store.MarkDeadAsync(claim, CancellationToken.None).ConfigureAwait(false);
        ForwardTelemetry.Count(forward, "dead");
        return RunResult.Done;
    }

    public async Task<(RunResult Result, string? Error)> ReplayAsync(
        ForwardRegistration forward, DeadLetter letter, CancellationToken cancellationToken)
    {
        WebhookKey key = new(letter.EventKey!, forward.Id);
        WebhookClaim claim = await services.Store
            .BeginReplayAsync(key, options.Get(forward.Name).Timeout + Margin, cancellationToken).ConfigureAwait(false);
        if (claim.State != WebhookClaimState.Claimed)
        {
            return (claim.State == WebhookClaimState.Done ? RunResult.Done : RunResult.InProgress, null);
        }

        string? error = await SendAsync(forward, claim, letter.Body, cancellationToken).ConfigureAwait(false);
        if (error is null)
        {
            await services.Store.CompleteAsync(claim, CancellationToken.None).ConfigureAwait(false);
            ForwardTelemetry.Count(forward, "sent");
            return (RunResult.Done, null);
        }

        await services.Store.MarkDeadAsync(claim, CancellationToken.None).ConfigureAwait(false);
        return (RunResult.Failed, error);
    }

    /// <summary>Whether a forward takes an event; if its condition throws, the event is sent rather than lost.</summary>
    private bool IsTaken(ForwardRegistration forward, WebhookEvent webhookEvent)
    {
        try
        {
            return forward.Takes!(webhookEvent);
        }
        catch (Exception exception)
        {
            // Whatever the app's own condition throws: the delivery is still handled.
            ForwardLog.ConditionFailed(services.Logger, exception, forward.Name);
            return true;
        }
    }

    private async Task<string?> SendAsync(
        ForwardRegistration forward, WebhookClaim claim, ReadOnlyMemory<byte> body, CancellationToken stopping)
    {
        using Activity? activity = ForwardTelemetry.Start(forward, claim.Attempt);
        long begun = services.Time.GetTimestamp();
        try
        {
            string? error = await sender.SendAsync(forward, claim.Key.Event, body, claim.Attempt, stopping).ConfigureAwait(false);
            ForwardTelemetry.Finish(activity, forward, services.Time.GetElapsedTime(begun), error);
            return error;
        }
        catch
        {
            await services.Store.AbandonAsync(claim, "The app stopped, or its options are wrong.", CancellationToken.None)
                .ConfigureAwait(false);
            throw;
        }
    }

    private bool HasRoom(MemoryDeliveryQueue memory)
    {
        if (Interlocked.Exchange(ref _isMemoryTold, 1) == 0)
        {
            ForwardLog.InMemory(services.Logger);
        }

        return memory.BytesIn(DeliveryLane.Forwards) < MostBytesInMemory;
    }

    // Each forward is a separate conversation: a failing receiver holds back nothing else, and receivers have equal shares.
    private static QueuedEvent Queued(ForwardRegistration forward, ForwardedBody what)
    {
        (Guid id, long share) = ConversationNames.OfForward(forward.Id, what.Key);
        return new()
        {
            Conversation = id,
            Tenant = share,
            Lane = DeliveryLane.Forwards,
            EventId = id,
            EndpointName = forward.Id,
            EventKey = what.Key,
            Body = what.Body,
        };
    }

    private DeadLetter LetterOf(ForwardRegistration forward, string key, ReadOnlyMemory<byte> body, int attempts, string error) => new()
    {
        Id = EventKeys.DeadLetter(key, forward.Id),
        Time = services.Time.GetUtcNow(),
        Reason = DeadLetterReason.AttemptsExhausted,
        EndpointName = forward.EndpointName,
        HandlerName = forward.Id,
        EventKey = key,
        Attempts = attempts,
        Error = error,
        Body = body,
    };
}
