namespace WhatsCommerce.Messages;

/// <summary>Fills an order in that is to be paid. The subtotal and the total are computed, exactly, from what is given here.</summary>
/// <remarks>
/// All amounts are in one currency, which also decides what else Meta wants: BRL means Brazil, INR India. Violations are reported
/// when the message is built. Source: Meta, payments/payments-br/orders and payments/payments-in/pg.
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

    /// <summary>The goods are physical: collected or shipped.</summary>
    public OrderDetailsBuilder PhysicalGoods()
    {
        _goodsType = "physical-goods";
        return this;
    }

    /// <summary>The goods are digital, or a service.</summary>
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
    /// <param name="name">What the customer reads, at most <see cref="MessageLimits.OrderItemName"/> characters.</param>
    /// <param name="price">The price of one, from the shop's own price list.</param>
    /// <param name="quantity">How many; 1 or more.</param>
    /// <param name="salePrice">The reduced price of one, below <paramref name="price"/>; null if nothing is reduced.</param>
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
    /// Take the price from the shop, never from the cart: that is what the customer's device claims.
    /// </remarks>
    /// <typeparam name="TLine">A line of the cart, such as the items of an order that a webhook brought.</typeparam>
    /// <param name="lines">The lines.</param>
    /// <param name="price">Makes the item of a line; null for what the shop does not sell, which becomes a violation.</param>
    public OrderDetailsBuilder ItemsOf<TLine>(IEnumerable<TLine> lines, Func<TLine, OrderDetailsItem?> price)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(price);
        return Items(lines.Select(price));
    }

    /// <summary>Sets the tax on top of the items; zero without this call.</summary>
    /// <param name="amount">How much.</param>
    /// <param name="description">What for, at most <see cref="MessageLimits.OrderChargeDescription"/> characters.</param>
    public OrderDetailsBuilder Tax(Money amount, string? description = null)
    {
        _tax = new OrderCharge(amount, description);
        return this;
    }

    /// <summary>Sets what the shipping costs.</summary>
    /// <param name="amount">How much.</param>
    /// <param name="description">Which shipping, at most <see cref="MessageLimits.OrderChargeDescription"/> characters.</param>
    public OrderDetailsBuilder Shipping(Money amount, string? description = null)
    {
        _shipping = new OrderCharge(amount, description);
        return this;
    }

    /// <summary>Sets what is taken off.</summary>
    /// <param name="amount">How much; not negative.</param>
    /// <param name="description">What for, at most <see cref="MessageLimits.OrderChargeDescription"/> characters.</param>
    /// <param name="programName">The program that gives it, at most <see cref="MessageLimits.DiscountProgramName"/> characters.</param>
    public OrderDetailsBuilder Discount(Money amount, string? description = null, string? programName = null)
    {
        _discount = new OrderCharge(amount, description, programName);
        return this;
    }

    /// <summary>
    /// Sets the total from your own records, which is checked against the computed one. In Brazil it may be used alone, without
    /// items: then the message shows nothing but the total.
    /// </summary>
    /// <param name="total">Items, tax and shipping, less the discount.</param>
    public OrderDetailsBuilder Total(Money total)
    {
        _total = total;
        return this;
    }

    /// <summary>Sets until when the order can be paid.</summary>
    /// <param name="at">At least <see cref="MessageLimits.OrderExpirationSeconds"/> seconds after the message is sent; fractions of a
    /// second are cut off.</param>
    /// <param name="description">A text about it, at most <see cref="MessageLimits.OrderExpirationDescription"/> characters; required in
    /// Brazil.</param>
    public OrderDetailsBuilder Expires(DateTimeOffset at, string? description = null)
    {
        _expiresAt = DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
        _expirationDescription = description;
        return this;
    }

    /// <summary>Shows "Pay now" alone, without "Review and pay"; in India.</summary>
    public OrderDetailsBuilder QuickPay()
    {
        _quickPay = true;
        return this;
    }

    /// <summary>Adds a way to pay.</summary>
    /// <param name="setting">The way to pay, made by <see cref="PaymentSetting"/>.</param>
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

    /// <summary>Adds who gets the goods; in India, for physical goods that are shipped.</summary>
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
    /// <param name="addresses">What the shop knows; none lets the customer enter one.</param>
    public OrderDetailsBuilder ShipTo(params ReadOnlySpan<AddressValues> addresses)
    {
        _shipTo = addresses.ToArray();
        return this;
    }

    /// <summary>What is filled in so far; not checked yet.</summary>
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
