using Microsoft.Extensions.DependencyInjection;

namespace WhatsCommerce.Messages;

/// <summary>Sends a message with a <see cref="SendOptions.OnceKey"/>: stores the intent, posts, stores the outcome.</summary>
/// <param name="services">The services with the ledger, which is resolved at the first key: an unavailable database fails a send, not the
/// start.</param>
internal sealed class OnceSender(IServiceProvider services)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    // By then another call has finished, waits for a retry, or has crashed: the caller should not wait longer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Waits for a turn have no limit themselves.
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(15);

    private ISendLedger Ledger => field ??= services.GetRequiredService<ISendLedger>();

    /// <summary>Sends a message if it was not sent before.</summary>
    /// <param name="transport">The way to Meta, for its account and clock.</param>
    /// <param name="to">The recipient.</param>
    /// <param name="options">The options, with a key.</param>
    /// <param name="content">The content, by which the message is recognized.</param>
    /// <param name="post">Sends the message.</param>
    /// <param name="cancellationToken">The caller's cancellation.</param>
    public async Task<OnceReceipt> SendAsync(
        GraphTransport transport,
        Recipient to,
        SendOptions options,
        byte[] content,
        Func<CancellationToken, Task<MessageReceipt>> post,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        GraphAccount account = transport.Account;
        SendKey key = new(account.RequirePhoneNumberId(), options.OnceKey!);
        OnceSend send = new(
            transport.Services, account.Options, options.OnceKey!, new SendIntent(key, to, content, options.CallbackData));

        SendRecord record = await BeginAsync(send, cancellationToken).ConfigureAwait(false);
        switch (record.State)
        {
            case SendState.Begun:
                return new OnceReceipt(await PostAsync(send, post, cancellationToken).ConfigureAwait(false), SentBefore: null);
            case SendState.Sent:
                Log.SentBefore(send.Logger, key.CallbackData, record.Since);
                Telemetry.AnsweredByLedger("sent");
                return new OnceReceipt(SealedReceipt.Open(record, to, send.OnceKey), record.Since);
            case SendState.UnderWay:
                Log.SendUnderWay(send.Logger, key.CallbackData);
                Telemetry.AnsweredByLedger("under_way");
                throw OnceErrors.UnderWay(send.OnceKey);
            default:
                Log.SendUnknown(send.Logger, key.CallbackData, record.Since);
                Telemetry.AnsweredByLedger("unknown");
                throw OnceErrors.Unknown(send.OnceKey, record);
        }
    }

    /// <summary>Stores the intent, or returns the existing record of the key. Waits for a concurrent send with the key.</summary>
    private async ValueTask<SendRecord> BeginAsync(OnceSend send, CancellationToken cancellationToken)
    {
        Waits waits = new(send.Time, FirstPause, LongestPause, Patience);
        while (true)
        {
            SendRecord record = await TryBeginAsync(send, cancellationToken).ConfigureAwait(false);
            ThrowIfOfAnother(send, record);
            try
            {
                if (record.State != SendState.UnderWay || !await waits.NextAsync(cancellationToken).ConfigureAwait(false))
                {
                    return record;
                }
            }
            catch (OperationCanceledException exception)
            {
                throw new SendCanceledException(exception, cancellationToken) { OnceKey = send.OnceKey };
            }
        }
    }

    private async ValueTask<SendRecord> TryBeginAsync(OnceSend send, CancellationToken cancellationToken)
    {
        send.BegunAt = send.Time.GetTimestamp();
        try
        {
            return await Ledger.TryBeginAsync(send.Intent, send.Lease, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // It may have been stored although no response came; it is released, since nothing is sent.
            await ReleaseAsync(send).ConfigureAwait(false);
            if (exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
            {
                throw;
            }

            throw OnceErrors.NotStored(send.OnceKey, exception);
        }
    }

    private static void ThrowIfOfAnother(OnceSend send, SendRecord record)
    {
        string? what = record.RecipientHash is { } recipient && recipient != send.Intent.RecipientHash ? "recipient"
            : record.ContentHash is { } content && content != send.Intent.ContentHash ? "content"
            : null;
        if (what is not null)
        {
            Telemetry.AnsweredByLedger("reused");
            throw OnceErrors.Reused(send.OnceKey, what);
        }
    }

    private async Task<MessageReceipt> PostAsync(
        OnceSend send, Func<CancellationToken, Task<MessageReceipt>> post, CancellationToken cancellationToken)
    {
        // Must not start after the lease ended: others may then send the message.
        using CancellationTokenSource end = new(Most(send.Lease - send.Time.GetElapsedTime(send.BegunAt), TimeSpan.Zero), send.Time);
        using CancellationTokenRegistration linked =
            cancellationToken.UnsafeRegister(static end => ((CancellationTokenSource)end!).Cancel(), end);
        MessageReceipt receipt;
        try
        {
            receipt = await post(end.Token).ConfigureAwait(false);
        }
        catch (OutcomeUnknownException exception)
        {
            exception.OnceKey = send.OnceKey;
            await MarkUnknownAsync(send).ConfigureAwait(false);
            throw;
        }
        catch (SendCanceledException exception)
        {
            await MarkUnknownAsync(send).ConfigureAwait(false);
            throw cancellationToken.IsCancellationRequested
                ? new SendCanceledException(exception.InnerException!, cancellationToken) { OnceKey = send.OnceKey }
                : OnceErrors.CutOff(send.OnceKey, send.Lease, exception);
        }
        catch (OperationCanceledException exception) when (end.IsCancellationRequested)
        {
            await ReleaseAsync(send).ConfigureAwait(false);
            throw cancellationToken.IsCancellationRequested
                ? new OperationCanceledException(exception.Message, exception, cancellationToken)
                : OnceErrors.NeverBegan(send.OnceKey, send.Lease, exception);
        }
        catch
        {
            // Rejected, never written, or stopped before: by a check, or by a token provider.
            await ReleaseAsync(send).ConfigureAwait(false);
            throw;
        }

        byte[] kept = SealedReceipt.Seal(receipt, send.OnceKey);
        if (await SettleAsync(
            send, (ledger, intent, token) => ledger.CompleteAsync(intent, receipt.Id, kept, token)).ConfigureAwait(false) == false)
        {
            Log.KeyTakenAway(send.Logger, send.Intent.Key.CallbackData);
        }

        return receipt;
    }

    private ValueTask<bool?> ReleaseAsync(OnceSend send) =>
        SettleAsync(send, static (ledger, intent, token) => ledger.ReleaseAsync(intent, token));

    private ValueTask<bool?> MarkUnknownAsync(OnceSend send) =>
        SettleAsync(send, static (ledger, intent, token) => ledger.MarkUnknownAsync(intent, token));

    /// <summary>
    /// Stores the outcome of a send. If that fails, the send stays open in the ledger, which is safe; the caller gets the actual outcome.
    /// </summary>
    /// <returns>The response of the ledger; <see langword="null"/> when it failed.</returns>
    private async ValueTask<bool?> SettleAsync(OnceSend send, Func<ISendLedger, SendIntent, CancellationToken, ValueTask<bool>> settle)
    {
        // Independent of the caller's cancellation: the outcome is stored even if the caller no longer waits.
        using CancellationTokenSource deadline = new(send.Options.Timeout, send.Time);
        try
        {
            return await settle(Ledger, send.Intent, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Log.OutcomeNotStored(send.Logger, exception, send.Intent.Key.CallbackData);
            return null;
        }
    }

    private static TimeSpan Most(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>A send in progress.</summary>
    private sealed class OnceSend(GraphServices services, WhatsCommerceOptions options, string onceKey, SendIntent intent)
    {
        public string OnceKey => onceKey;

        public SendIntent Intent => intent;

        public WhatsCommerceOptions Options => options;

        public TimeProvider Time => services.Time;

        public ILogger Logger => services.Logger;

        /// <summary>When the intent was passed to the ledger, so that the lease ends earlier here than there.</summary>
        public long BegunAt { get; set; }

        /// <summary>The maximum time of a send with all retries, including one with another token; after that it is canceled.</summary>
        public TimeSpan Lease { get; } =
            options.Retry.TotalTime + (2 * options.Timeout) + (options.Pacing.IsOn ? LongestTurn : TimeSpan.Zero);
    }
}
