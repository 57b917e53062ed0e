using System.Text.Encodings.Web;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Deletes and exports the personal data of a customer, for example for requests under the GDPR: in the modules of the shop, the send
/// ledger, webhook records, dead letters and customer identities. Available as <see cref="Storefront.Customers"/>.
/// </summary>
/// <remarks>
/// The app's own data is included if it registers an <see cref="ICustomerRecords"/>. Data at payment providers and at Meta is not deleted.
/// </remarks>
public class StorefrontCustomers
{
    private readonly ShopServices _shop = null!;
    private readonly ICustomerRecords[] _records = [];
    private readonly CustomerTraces _traces = null!;

    internal StorefrontCustomers(ShopServices shop, IEnumerable<ICustomerRecords> records, CustomerTraces traces)
    {
        _shop = shop;
        _records = [.. records];
        _traces = traces;
    }

    /// <summary>Initializes a new instance for test doubles that override the methods.</summary>
    protected StorefrontCustomers() { }

    /// <summary>Deletes the personal data of a customer, on request or after a retention period. Idempotent.</summary>
    /// <remarks>
    /// The conversation, events, dead letters and ids are deleted. Carts and orders are kept for accounting, with amounts and lines but
    /// without recipient, address, note and texts. A pending payment is still completed. If the call fails, call it again. A later message
    /// is treated as that of a new customer.
    /// </remarks>
    /// <param name="customer">The key of the customer, for example from an order or conversation.</param>
    /// <param name="cancellationToken">Cancels the call; data that was already deleted stays deleted.</param>
    /// <returns>A task that represents the work.</returns>
    /// <exception cref="ArgumentException">The key is absent.</exception>
    public virtual async Task ForgetAsync(CustomerKey customer, CancellationToken cancellationToken = default)
    {
        CustomerKey current = await CurrentAsync(customer, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Recipient> addresses = await AddressesAsync(current, cancellationToken).ConfigureAwait(false);

        // Traces are deleted first: if a later step fails, a retry can still find the addresses in the records.
        await _traces.ForgetAsync(addresses, cancellationToken).ConfigureAwait(false);
        foreach (ICustomerRecords records in _records)
        {
            await records.ForgetAsync(_shop.ShopId, current, addresses, cancellationToken).ConfigureAwait(false);
        }

        await _traces.ForgetIdentityAsync(current, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes all data that is stored about a customer as one JSON object, for the customer or a supervisory authority.</summary>
    /// <param name="customer">The key of the customer.</param>
    /// <param name="output">The stream that the UTF-8 JSON is written to.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that represents the work.</returns>
    /// <exception cref="ArgumentException">The key is absent.</exception>
    public virtual async Task ExportAsync(CustomerKey customer, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        CustomerKey current = await CurrentAsync(customer, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Recipient> addresses = await AddressesAsync(current, cancellationToken).ConfigureAwait(false);
        Utf8JsonWriter writer = new(
            output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        await using (writer.ConfigureAwait(false))
        {
            writer.WriteStartObject();
            writer.WriteString("shop", _shop.ShopId);
            writer.WriteString("customer", current.Value);
            writer.WriteString("exported_at", _shop.Now);
            writer.WriteStartArray("addresses");
            foreach (Recipient address in addresses)
            {
                writer.WriteStringValue(address.Value);
            }

            writer.WriteEndArray();
            foreach (ICustomerRecords records in _records)
            {
                writer.WritePropertyName(records.Name);
                await records.ExportAsync(_shop.ShopId, current, writer, cancellationToken).ConfigureAwait(false);
                await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
            }

            writer.WriteStartArray("dead_letters");
            await foreach (DeadLetter letter in _traces.LettersAsync(addresses, cancellationToken).ConfigureAwait(false))
            {
                writer.WriteStartObject();
                writer.WriteString("id", letter.Id);
                writer.WriteString("time", letter.Time);
                writer.WriteString("body", Encoding.UTF8.GetString(letter.Body.Span));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }

    private async Task<CustomerKey> CurrentAsync(CustomerKey customer, CancellationToken cancellationToken) => customer.HasValue
        ? await _traces.CurrentAsync(customer, cancellationToken).ConfigureAwait(false)
        : throw new ArgumentException("The key of the customer is required.", nameof(customer));

    private async Task<IReadOnlyList<Recipient>> AddressesAsync(CustomerKey customer, CancellationToken cancellationToken)
    {
        List<Recipient> all = [];
        foreach (ICustomerRecords records in _records)
        {
            all.AddRange(await records.FindAddressesAsync(_shop.ShopId, customer, cancellationToken).ConfigureAwait(false));
        }

        return [.. all.DistinctBy(SendIntent.HashOf)];
    }
}
