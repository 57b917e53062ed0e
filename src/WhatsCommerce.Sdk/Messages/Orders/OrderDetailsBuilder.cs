namespace WhatsCommerce.Messages;

/// <summary>Builds an order to be paid. The subtotal and the total are computed exactly.</summary>
/// <remarks>
/// All amounts must have the same currency, which also determines Meta's other requirements: BRL means Brazil, INR India. Violations are
/// reported when the message is built. Source: Meta, payments/payments-br/orders and payments/payments-in/pg.
/// </remarks>
public sealed class OrderDetailsBuilder
{
    private readonly string? _referenceId;
    private readonly List<OrderDetailsItem?> _items = [];
    private readonly List<PaymentSetting> _paymentSettings = [];
    private readonly List<Beneficiary> _beneficiaries = [];
    private AddressValues[]? _shipTo;
    private string? _goodsType;
    private OrderCharge? _tax;
    private OrderCharge? _shipping;
    private OrderCharge? _discount;
    private Money? _total;
    private CatalogId? _catalog;
    private DateTimeOffset? _expiresAt;
    private string? _expirationDescription;
    private string? _paymentConfiguration;
    private bool _quickPay;

    internal OrderDetailsBuilder(string? referenceId) => _referenceId = referenceId;

    /// <summary>Marks the goods as physical: collected or shipped.</summary>
    public OrderDetailsBuilder PhysicalGoods()
    {
        _goodsType = "physical-goods";
        return this;
    }

    /// <summary>Marks the goods as digital, or as a service.</summary>
    public OrderDetailsBuilder DigitalGoods()
    {
        _goodsType = "digital-goods";
        return this;
    }

    /// <summary>Sets the catalog that the items' retailer ids belong to.</summary>
    /// <param name="catalogId">The catalog.</param>
    public OrderDetailsBuilder Catalog(CatalogId catalogId)
    {
        _catalog = catalogId;
        return this;
    }

    /// <summary>Adds an item.</summary>
    /// <param name="retailerId">The item's id in the catalog.</param>
    /// <param name="name">The name that the customer sees, at most <see cref="MessageLimits.OrderItemName"/> characters.</param>
    /// <param name="price">The unit price, from the shop's own price list.</param>
    /// <param name="quantity">The quantity; 1 or more.</param>
    /// <param name="salePrice">The reduced unit price, lower than <paramref name="price"/>; null for none.</param>
    public OrderDetailsBuilder Item(RetailerId retailerId, string? name, Money price, int quantity = 1, Money? salePrice = null) =>
        Item(new OrderDetailsItem(retailerId, name, price, quantity) { SalePrice = salePrice });

    /// <summary>Adds an item.</summary>
    /// <param name="item">The item; null is a violation.</param>
    public OrderDetailsBuilder Item(OrderDetailsItem? item)
    {
        _items.Add(item);
        return this;
    }

    /// <summary>Adds items.</summary>
    /// <param name="items">The items.</param>
    public OrderDetailsBuilder Items(IEnumerable<OrderDetailsItem?> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        _items.AddRange(items);
        return this;
    }

    /// <summary>Adds an item for each line of a cart, priced by the shop.</summary>
    /// <remarks>
    /// <code>.ItemsOf(cart.Items, line =&gt; shop.Find(line.RetailerId) is { } goods
    ///     ? new OrderDetailsItem(line.RetailerId, goods.Name, goods.Price, line.Quantity)
    ///     : null)</code>
    /// Use the price of the shop, never that of the cart, which comes from the customer's device.
    /// </remarks>
    /// <typeparam name="TLine">The type of a line of the cart, such as the items of an order from a webhook.</typeparam>
    /// <param name="lines">The lines.</param>
    /// <param name="price">Creates the item of a line; null for an item that the shop does not sell, which becomes a violation.</param>
    public OrderDetailsBuilder ItemsOf<TLine>(IEnumerable<TLine> lines, Func<TLine, OrderDetailsItem?> price)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(price);
        return Items(lines.Select(price));
    }

    /// <summary>Sets the tax on top of the items; zero without this call.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="description">The description, at most <see cref="MessageLimits.OrderChargeDescription"/> characters.</param>
    public OrderDetailsBuilder Tax(Money amount, string? description = null)
    {
        _tax = new OrderCharge(amount, description);
        return this;
    }

    /// <summary>Sets the shipping costs.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="description">The description, at most <see cref="MessageLimits.OrderChargeDescription"/> characters.</param>
    public OrderDetailsBuilder Shipping(Money amount, string? description = null)
    {
        _shipping = new OrderCharge(amount, description);
        return this;
    }

    /// <summary>Sets the discount.</summary>
    /// <param name="amount">The amount to deduct; not negative.</param>
    /// <param name="description">The description, at most <see cref="MessageLimits.OrderChargeDescription"/> characters.</param>
    /// <param name="programName">
    /// The name of the discount program, at most <see cref="MessageLimits.DiscountProgramName"/> characters.
    /// </param>
    public OrderDetailsBuilder Discount(Money amount, string? description = null, string? programName = null)
    {
        _discount = new OrderCharge(amount, description, programName);
        return this;
    }

    /// <summary>
    /// Sets the total from your own records, which is checked against the computed one. In Brazil it may be used alone, without items: then
    /// the message shows only the total.
    /// </summary>
    /// <param name="total">The subtotal plus tax and shipping, minus the discount.</param>
    public OrderDetailsBuilder Total(Money total)
    {
        _total = total;
        return this;
    }

    /// <summary>Sets when the order expires, after which it cannot be paid.</summary>
    /// <param name="at">
    /// At least <see cref="MessageLimits.OrderExpirationSeconds"/> seconds after the message is sent; fractions of a second are truncated.
    /// </param>
    /// <param name="description">A text about it, at most <see cref="MessageLimits.OrderExpirationDescription"/> characters; required in
    /// Brazil.</param>
    public OrderDetailsBuilder Expires(DateTimeOffset at, string? description = null)
    {
        _expiresAt = DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
        _expirationDescription = description;
        return this;
    }

    /// <summary>Shows only "Pay now", without "Review and pay"; in India.</summary>
    public OrderDetailsBuilder QuickPay()
    {
        _quickPay = true;
        return this;
    }

    /// <summary>Adds a payment option.</summary>
    /// <param name="setting">The payment option, created by <see cref="PaymentSetting"/>.</param>
    public OrderDetailsBuilder Payment(PaymentSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        _paymentSettings.Add(setting);
        return this;
    }

    /// <summary>
    /// Sets the payment configuration of the WhatsApp Manager that UPI payments go to (<c>payment_configuration</c>); in India.
    /// </summary>
    /// <param name="configurationName">At most <see cref="MessageLimits.PaymentConfigurationName"/> characters; null or empty for
    /// none.</param>
    public OrderDetailsBuilder UpiConfiguration(string? configurationName)
    {
        _paymentConfiguration = string.IsNullOrEmpty(configurationName) ? null : configurationName;
        return this;
    }

    /// <summary>Adds the recipient of the goods; in India, for physical goods that are shipped.</summary>
    /// <param name="beneficiary">The person or business.</param>
    public OrderDetailsBuilder Beneficiary(Beneficiary beneficiary)
    {
        ArgumentNullException.ThrowIfNull(beneficiary);
        _beneficiaries.Add(beneficiary);
        return this;
    }

    /// <summary>
    /// Sets the addresses that the customer chooses from at the checkout (<c>shipping_info</c>); in India, for physical goods.
    /// </summary>
    /// <param name="addresses">The addresses that the shop knows; without any, the customer enters one.</param>
    public OrderDetailsBuilder ShipTo(params ReadOnlySpan<AddressValues> addresses)
    {
        _shipTo = addresses.ToArray();
        return this;
    }

    /// <summary>Creates the order from the values so far, without validation.</summary>
    internal OrderDetails ToOrder() => new(_referenceId)
    {
        GoodsType = _goodsType,
        Currency = Amounts().Select(amount => amount.Currency).FirstOrDefault(currency => currency.Code is not null),
        Catalog = _catalog,
        Items = [.. _items!],
        TaxCharge = _tax,
        ShippingCharge = _shipping,
        DiscountCharge = _discount,
        GivenTotal = _total,
        ExpiresAt = _expiresAt,
        ExpirationDescription = _expirationDescription,
        IsQuickPay = _quickPay,
        PaymentSettings = [.. _paymentSettings],
        PaymentConfiguration = _paymentConfiguration,
        Beneficiaries = [.. _beneficiaries],
        ShipTo = _shipTo is null ? null : [.. _shipTo],
    };

    private IEnumerable<Money> Amounts()
    {
        foreach (OrderDetailsItem? item in _items)
        {
            if (item is not null)
            {
                yield return item.Price;
            }
        }

        foreach (Money? amount in (Money?[])[_total, _tax?.Amount, _shipping?.Amount, _discount?.Amount])
        {
            if (amount is Money given)
            {
                yield return given;
            }
        }
    }
}
