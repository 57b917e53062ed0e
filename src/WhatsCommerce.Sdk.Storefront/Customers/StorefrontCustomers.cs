using System.Text.Encodings.Web;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Forgets and exports what is kept of a customer: in the modules of the shop, the ledger of sends, the records of webhooks, the dead
/// letters and the identities. Reached as <see cref="Storefront.Customers"/>.
/// </summary>
/// <remarks>
/// What the app keeps itself is included when it registers an <see cref="ICustomerRecords"/>. What a payment provider or Meta keeps is
/// theirs to forget.
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

    /// <summary>For test doubles that override the methods.</summary>
    protected StorefrontCustomers() { }

    /// <summary>Forgets a customer who asks for it, or whose time is over.</summary>
    /// <remarks>
    /// The conversation is removed, and so are events, dead letters and ids. Carts and orders stay as the shop's books, with amounts and
    /// lines and without recipient, address, note and texts. A payment that is under way still ends. When it fails, call it again.
    /// A message that comes afterwards is one of a new customer.
    /// </remarks>
    /// <param name="customer">The key of the customer, such as of an order or conversation.</param>
    /// <param name="cancellationToken">Cancels the call; what was forgotten stays forgotten.</param>
    /// <returns>A task that represents the work.</returns>
    /// <exception cref="ArgumentException">The key is absent.</exception>
    public virtual async Task ForgetAsync(CustomerKey customer, CancellationToken cancellationToken = default)
    {
        CustomerKey current = await CurrentAsync(customer, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Recipient> addresses = await AddressesAsync(current, cancellationToken).ConfigureAwait(false);

        // By the addresses first: when it fails behind that, they can still be found.
        await _traces.ForgetAsync(addresses, cancellationToken).ConfigureAwait(false);
        foreach (ICustomerRecords records in _records)
        {
            await records.ForgetAsync(_shop.ShopId, current, addresses, cancellationToken).ConfigureAwait(false);
        }

        await _traces.ForgetIdentityAsync(current, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes all that is kept of a customer as one JSON object, for the customer or a supervisory authority.</summary>
    /// <param name="customer">The key of the customer.</param>
    /// <param name="output">Takes UTF-8 JSON.</param>
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
