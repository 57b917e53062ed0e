using System.Collections.Frozen;
using System.Runtime.ExceptionServices;

namespace WhatsCommerce.Messages;

/// <summary>One run of a campaign in one instance: claims messages batch by batch, sends them, and stores the results.</summary>
internal sealed class CampaignRun(
    MessagesClient client,
    ICampaignStore store,
    IMarketingPreferences preferences,
    ILogger logger,
    CampaignKey key,
    CampaignOptions options) : IDisposable
{
    // A ledger remembers sends for at least seven days. After that, sending the messages of a crashed run again would be a risk.
    private static readonly TimeSpan RetryWithin = TimeSpan.FromDays(6);

    private readonly Guid _owner = Guid.NewGuid();
    private readonly FailureWindow _window = new(options);
    private readonly SemaphoreSlim _turn = new(1);
    private List<CampaignOutcome> _outcomes = [];
    private long _renewedAt = client.Time.GetTimestamp();
    private volatile bool _isStopping;

    private DateTimeOffset Now => client.Time.GetUtcNow();

    public async Task RunAsync(IAsyncEnumerable<CampaignMessage> messages, CancellationToken cancellationToken)
    {
        // Each side ends the other: the watch when the store fails, and the sending when it ends.
        using CancellationTokenSource sending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using CancellationTokenSource watching = new();
        Task watch = WatchAsync(sending, watching.Token);
        ExceptionDispatchInfo? ended = null;
        try
        {
            await SendAsync(messages, sending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The watch ended the sending and has the reason, or the sequence threw.
            ended = ExceptionDispatchInfo.Capture(exception);
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        finally
        {
            await watching.CancelAsync().ConfigureAwait(false);
            await watch.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await FlushAsync().ConfigureAwait(false);
        }

        await watch.ConfigureAwait(false);
        ended?.Throw();
        if (!_isStopping && !CampaignCounts.AnyOpen(await store.CountAsync(key, cancellationToken).ConfigureAwait(false)))
        {
            await store.SetStateAsync(
                key, CampaignState.Completed, reason: null, [CampaignState.Running], Now, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task SendAsync(IAsyncEnumerable<CampaignMessage> messages, CancellationToken cancellationToken)
    {
        SendManyOptions many = new() { MaxConcurrency = options.MaxConcurrency };
        await foreach (SendResult result in client
            .SendManyAsync(ClaimAsync(messages, CancellationToken.None), many, cancellationToken).ConfigureAwait(false))
        {
            await ReceiveAsync(result).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the sequence and returns the messages that this run must send.</summary>
    private async IAsyncEnumerable<AddressedMessage> ClaimAsync(
        IAsyncEnumerable<CampaignMessage> messages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<CampaignMessage> batch = new(options.BatchSize);
        await foreach (CampaignMessage message in messages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            batch.Add(message ?? throw new ArgumentException("A message of the campaign is null.", nameof(messages)));
            if (batch.Count == options.BatchSize)
            {
                await foreach (AddressedMessage one in ClaimAsync(batch, cancellationToken).ConfigureAwait(false))
                {
                    yield return one;
                }

                batch.Clear();
            }

            if (IsOver(cancellationToken))
            {
                yield break;
            }
        }

        await foreach (AddressedMessage one in ClaimAsync(batch, cancellationToken).ConfigureAwait(false))
        {
            yield return one;
        }
    }

    private async IAsyncEnumerable<AddressedMessage> ClaimAsync(
        List<CampaignMessage> batch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (batch.Count > 0)
        {
            await LookAsync(cancellationToken).ConfigureAwait(false);
        }

        if (IsOver(cancellationToken) || batch.Count == 0)
        {
            yield break;
        }

        (List<Candidate> mine, IReadOnlySet<string> failed) = await TakeAsync(batch, cancellationToken).ConfigureAwait(false);
        Queue<Candidate> claimed = new(mine);
        try
        {
            while (!IsOver(cancellationToken) && claimed.TryDequeue(out Candidate? candidate))
            {
                CampaignMessage message = candidate.Message;
                bool hasFailed = failed.Contains(message.Id);
                yield return new AddressedMessage(message.To, message.Message)
                {
                    Options = (message.Options ?? new SendOptions()) with
                    {
                        OnceKey = hasFailed ? key.FallbackKeyOf(message.Id) : candidate.OnceKey,
                    },
                    IsFailedOutsideWindow = hasFailed,
                    Fallback = message.Fallback,
                    WindowEndsAt = message.WindowEndsAt,
                    Data = message,
                };
            }
        }
        finally
        {
            // Sending these has not begun.
            foreach (Candidate left in claimed)
            {
                await AddAsync(new CampaignOutcome { Id = left.Message.Id, State = CampaignMessageState.Open }).ConfigureAwait(false);
            }
        }
    }

    private bool IsOver(CancellationToken cancellationToken) => _isStopping || cancellationToken.IsCancellationRequested;

    /// <summary>Claims messages, and returns which of them need only the fallback, because the message failed.</summary>
    private async Task<(List<Candidate> Mine, IReadOnlySet<string> Failed)> TakeAsync(
        List<CampaignMessage> batch, CancellationToken cancellationToken)
    {
        List<Candidate> candidates =
        [
            .. batch.DistinctBy(static message => message.Id, StringComparer.Ordinal).Select(message => new Candidate(
                message, key.OnceKeyOf(message.Id), message.To.Value is not null ? SendIntent.HashOf(message.To) : null)),
        ];
        DateTimeOffset now = Now;
        CampaignClaim claim = new()
        {
            Key = key,
            Owner = _owner,
            Messages = [.. candidates.Select(candidate => candidate.ToSlot(options.OncePerRecipient))],
            Now = now,
            LeaseUntil = now + options.Lease,
            RetryAfter = now - RetryWithin,
        };
        IReadOnlySet<string> taken = await store.ClaimAsync(claim, cancellationToken).ConfigureAwait(false);
        List<Candidate> sent = options.FallBackAfterFailure
            ? [.. candidates.Where(candidate => !taken.Contains(candidate.Message.Id) && candidate.Message.Fallback is not null)]
            : [];
        IReadOnlySet<string> failed = sent.Count == 0
            ? FrozenSet<string>.Empty
            : await store.ClaimFallbacksAsync(
                claim with
                {
                    Messages =
                    [
                        .. sent.Select(candidate => candidate with { OnceKey = key.FallbackKeyOf(candidate.Message.Id) })
                            .Select(candidate => candidate.ToSlot(options.OncePerRecipient)),
                    ],
                },
                cancellationToken).ConfigureAwait(false);
        List<Candidate> mine =
            [.. candidates.Where(candidate => taken.Contains(candidate.Message.Id) || failed.Contains(candidate.Message.Id))];
        return (
            options.HoldBackOptedOut && mine.Count > 0
                ? await WithoutOptedOutAsync(mine, cancellationToken).ConfigureAwait(false)
                : mine,
            failed);
    }

    private async Task<List<Candidate>> WithoutOptedOutAsync(List<Candidate> mine, CancellationToken cancellationToken)
    {
        IReadOnlySet<string> stopped = await preferences.FindStoppedAsync(
            key.From,
            [.. mine.Select(static candidate => candidate.Recipient).OfType<string>()],
            cancellationToken).ConfigureAwait(false);
        if (stopped.Count == 0)
        {
            return mine;
        }

        List<Candidate> left = new(mine.Count);
        foreach (Candidate candidate in mine)
        {
            if (candidate.Recipient is { } recipient && stopped.Contains(recipient))
            {
                await AddAsync(new CampaignOutcome { Id = candidate.Message.Id, State = CampaignMessageState.HeldBack })
                    .ConfigureAwait(false);
            }
            else
            {
                left.Add(candidate);
            }
        }

        return left;
    }

    private async Task ReceiveAsync(SendResult result)
    {
        CampaignMessage message = (CampaignMessage)result.Data!;
        CampaignMessageState state = StateOf(result);
        int? code = (result.Exception as GraphException)?.Error?.Code;
        await AddAsync(new CampaignOutcome
        {
            Id = message.Id,
            State = state,
            ErrorCode = state == CampaignMessageState.NotSent ? code : null,

            // Statuses of a message without its own callback data return that of its key.
            MessageHash = result.Receipt is { } receipt && !string.IsNullOrEmpty(message.Options?.CallbackData)
                ? DeliveryReport.HashOf(receipt.Id)
                : null,
            IsFallback = result.Fallback != FallbackReason.None,
        }).ConfigureAwait(false);

        // A cancellation is not a failure.
        if (result.Exception is not OperationCanceledException
            && _window.Add(result.Outcome != SendOutcome.Sent, CauseOf(result, code)) is { } reason)
        {
            await StopAsync(reason).ConfigureAwait(false);
        }

        options.OnResult?.Invoke(result);
    }

    private async Task StopAsync(string reason)
    {
        if (_isStopping)
        {
            return;
        }

        _isStopping = true;
        Log.CampaignStopped(logger, key.Id, reason);
        await store.SetStateAsync(
            key, CampaignState.Stopped, reason, [CampaignState.Running], Now, CancellationToken.None).ConfigureAwait(false);
    }

    private static CampaignMessageState StateOf(SendResult result) => (result.Outcome, result.Exception) switch
    {
        (SendOutcome.Sent, _) => CampaignMessageState.Sent,

        // The key belongs to another content, which was or may have been sent before the message was built differently.
        (SendOutcome.Unknown, _) or (_, OnceKeyReusedException) => CampaignMessageState.Unknown,
        (_, WhatsCommerceValidationException) => CampaignMessageState.NotSent,
        (_, GraphException { IsRetrySafe: false } refused) when !IsOfTheAccount(refused.ErrorClass) => CampaignMessageState.NotSent,

        // The message itself is fine: canceled, throttled, no connection, no token, or an account problem.
        _ => CampaignMessageState.Open,
    };

    private static bool IsOfTheAccount(GraphErrorClass errorClass) => errorClass
        is GraphErrorClass.Authentication or GraphErrorClass.Permission or GraphErrorClass.Throttled or GraphErrorClass.MessagingLimit
        or GraphErrorClass.AccountIntegrity or GraphErrorClass.PaymentSetup or GraphErrorClass.Connection;

    // The text of the error itself is left out, since it may quote a customer.
    private static string CauseOf(SendResult result, int? code)
    {
        string name = code is { } number
            ? FormattableString.Invariant($"error {number}")
            : result.Exception?.GetType().Name ?? "none";
        return result.Exception is GraphException refused
            ? $"{name}. {refused.Error?.Advice ?? GraphErrorAdvice.ByClass(refused.ErrorClass)}"
            : $"{name}.";
    }

    /// <summary>Checks periodically whether the campaign may continue, stores results, and renews the lease.</summary>
    private async Task WatchAsync(CancellationTokenSource sending, CancellationToken ended)
    {
        try
        {
            while (true)
            {
                await Task.Delay(options.Interval, client.Time, ended).ConfigureAwait(false);
                await LookAsync(CancellationToken.None).ConfigureAwait(false);
                await FlushAsync().ConfigureAwait(false);
                if (client.Time.GetElapsedTime(_renewedAt) >= options.Lease / 3)
                {
                    _renewedAt = client.Time.GetTimestamp();
                    await store.RenewAsync(key, _owner, Now + options.Lease, CancellationToken.None).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
        }
        catch
        {
            await sending.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        CampaignRecord? record = await store.FindAsync(key, cancellationToken).ConfigureAwait(false);
        if (record?.State != CampaignState.Running)
        {
            _isStopping = true;
        }
    }

    private async Task AddAsync(CampaignOutcome outcome)
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            _outcomes.Add(outcome);
            if (_outcomes.Count >= options.BatchSize)
            {
                await StoreAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task FlushAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            await StoreAsync().ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    // Not canceled: results are stored even if the caller no longer waits. The next run gets results that could not be stored from the
    // ledger.
    private async Task StoreAsync()
    {
        await store.SettleAsync(key, _owner, _outcomes, Now, CancellationToken.None).ConfigureAwait(false);
        _outcomes = new(options.BatchSize);
    }

    /// <summary>A message that may be claimed, with its hashes.</summary>
    private sealed record Candidate(CampaignMessage Message, string OnceKey, string? Recipient)
    {
        public CampaignSlot ToSlot(bool oncePerRecipient)
        {
            string send = SendKey.HashOf(OnceKey);
            return new CampaignSlot
            {
                Id = Message.Id,
                SendHash = send,
                PersonHash = oncePerRecipient && Recipient is { } person ? person : send,
            };
        }
    }
}
