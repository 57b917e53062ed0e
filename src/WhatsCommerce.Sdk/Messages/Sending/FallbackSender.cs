namespace WhatsCommerce.Messages;

/// <summary>Sends the message of a pair, or its fallback when the customer's window is closed.</summary>
internal static class FallbackSender
{
    /// <summary>Sends one of the two.</summary>
    /// <param name="client">Sends.</param>
    /// <param name="item">The pair.</param>
    /// <param name="options">What belongs to the send.</param>
    /// <param name="chosen">Told which of the two is tried, before each try: it holds also when that throws.</param>
    /// <param name="cancellationToken">The caller's cancellation.</param>
    public static async Task<MessageReceipt> SendAsync(
        MessagesClient client,
        AddressedMessage item,
        SendOptions? options,
        Action<FallbackReason> chosen,
        CancellationToken cancellationToken)
    {
        if (item.Fallback is not { } fallback)
        {
            return await client.SendAsync(item.To, item.Message, options, cancellationToken).ConfigureAwait(false);
        }

        // A template is sent as such: the category of a message without one does not go with it.
        SendOptions? ofFallback = options is { Category.HasValue: true } ? options with { Category = default, TimeToLive = null } : options;
        if (item.IsFailedOutsideWindow)
        {
            // Under a key of its own: that of the message stands in the ledger as sent, which is true.
            chosen(FallbackReason.WindowReported);
            return await client.SendAsync(item.To, fallback, ofFallback, cancellationToken).ConfigureAwait(false);
        }

        bool isEnded = item.WindowEndsAt <= client.Time.GetUtcNow();
        try
        {
            if (isEnded)
            {
                chosen(FallbackReason.WindowEnded);
                return await client.SendAsync(item.To, fallback, ofFallback, cancellationToken).ConfigureAwait(false);
            }

            return await client.SendAsync(item.To, item.Message, options, cancellationToken).ConfigureAwait(false);
        }
        catch (GraphOutsideWindowException) when (!isEnded)
        {
            chosen(FallbackReason.WindowRefused);
            return await client.SendAsync(item.To, fallback, ofFallback, cancellationToken).ConfigureAwait(false);
        }
        catch (OnceKeyReusedException)
        {
            // The key belongs to the other one, which was sent when the window stood otherwise.
            chosen(isEnded ? FallbackReason.None : FallbackReason.SentBefore);
            return isEnded
                ? await client.SendAsync(item.To, item.Message, options, cancellationToken).ConfigureAwait(false)
                : await client.SendAsync(item.To, fallback, ofFallback, cancellationToken).ConfigureAwait(false);
        }
    }
}
