namespace WhatsCommerce.Messages;

/// <summary>Sends a message, or its fallback when the customer's window is closed.</summary>
internal static class FallbackSender
{
    /// <summary>Sends one of the two.</summary>
    /// <param name="client">Sends.</param>
    /// <param name="item">The pair.</param>
    /// <param name="options">The options of the send.</param>
    /// <param name="chosen">Called with the choice before each attempt, so that it is known even if the attempt throws.</param>
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

        // The fallback is a template, which must not have the category of a message without one.
        SendOptions? ofFallback = options is { Category.HasValue: true } ? options with { Category = default, TimeToLive = null } : options;
        if (item.IsFailedOutsideWindow)
        {
            // With a separate key: the message's own is stored as sent in the ledger, which is correct.
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
            // The key belongs to the other one, which was sent when the window was in the other state.
            chosen(isEnded ? FallbackReason.None : FallbackReason.SentBefore);
            return isEnded
                ? await client.SendAsync(item.To, item.Message, options, cancellationToken).ConfigureAwait(false)
                : await client.SendAsync(item.To, fallback, ofFallback, cancellationToken).ConfigureAwait(false);
        }
    }
}
