using System.Runtime.CompilerServices;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Personal data outside the shop's modules: in webhook records, the send ledger, the delivery queue and customer identities.
/// </summary>
internal sealed class CustomerTraces(
    ICustomerIdentities? identities, IDeliveryQueue? queue, IWebhookStore? webhooks, ISendLedger? ledger, IDeadLetterStore? letters)
{
    public async Task<CustomerKey> CurrentAsync(CustomerKey customer, CancellationToken cancellationToken) => identities is null
        ? customer
        : await identities.GetCurrentAsync(customer, cancellationToken).ConfigureAwait(false);

    public async Task ForgetAsync(IReadOnlyList<Recipient> addresses, CancellationToken cancellationToken)
    {
        if (addresses.Count == 0)
        {
            return;
        }

        string[] texts = [.. addresses.Select(AddressText.Of).OfType<string>()];
        if (queue is not null)
        {
            // Queued webhooks are removed first, because handling them later would store the data again.
            await queue.ForgetAsync(texts, cancellationToken).ConfigureAwait(false);
        }

        if (ledger is not null)
        {
            await ledger.ForgetAsync([.. addresses.Select(SendIntent.HashOf)], cancellationToken).ConfigureAwait(false);
        }

        if (webhooks is not null)
        {
            await webhooks.ForgetAsync(texts, cancellationToken).ConfigureAwait(false);
        }

        List<string> ids = [];
        await foreach (DeadLetter letter in LettersAsync(addresses, cancellationToken).ConfigureAwait(false))
        {
            ids.Add(letter.Id);
        }

        foreach (string id in ids)
        {
            await letters!.RemoveAsync(id, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task ForgetIdentityAsync(CustomerKey customer, CancellationToken cancellationToken)
    {
        if (identities is not null)
        {
            await identities.DeleteAsync(customer, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The dead letters that contain an address.</summary>
    public async IAsyncEnumerable<DeadLetter> LettersAsync(
        IReadOnlyList<Recipient> addresses, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        byte[][] wanted = [.. addresses.Select(AddressText.Of).OfType<string>().Select(Encoding.UTF8.GetBytes)];
        if (letters is null || wanted.Length == 0)
        {
            yield break;
        }

        await foreach (DeadLetter letter in letters.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (wanted.Any(address => letter.Body.Span.IndexOf(address) >= 0))
            {
                yield return letter;
            }
        }
    }
}
