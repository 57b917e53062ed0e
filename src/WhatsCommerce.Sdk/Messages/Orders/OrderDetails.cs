namespace WhatsCommerce.Messages;

/// <summary>
/// An order to be paid: what is in it, what it costs and how it can be paid. Part of an order details message or a template.
/// </summary>
/// <remarks>Source: Meta, payments/payments-in/pg and payments/payments-br/orders.</remarks>
public sealed partial class OrderDetails
{
    internal OrderDetails(string? referenceId) => ReferenceId = referenceId!;

    /// <summary>The shop's own id of the order, which payments and status messages name.</summary>
    public string ReferenceId { get; }

    /// <summary>Whether the goods are physical rather than digital.</summary>
    public bool IsPhysical => GoodsType == "physical-goods";

    /// <summary>The one currency of the order.</summary>
    public Currency Currency { get; internal init; }

    /// <summary>The items; empty in an order with only a total.</summary>
    public ImmutableArray<OrderDetailsItem> Items { get; internal init; } = [];

    /// <summary>The items together: the sale price or else the price, times the quantity.</summary>
    public Money Subtotal => WireAmount.ToMoney(SubtotalValue, Currency);

    /// <summary>The tax; zero unless specified otherwise.</summary>
    public Money Tax => TaxCharge?.Amount ?? new Money(0, Currency);

    /// <summary>The shipping, or <see langword="null"/>.</summary>
    public Money? Shipping => ShippingCharge?.Amount;

    /// <summary>The discount, or <see langword="null"/>.</summary>
    public Money? Discount => DiscountCharge?.Amount;

    /// <summary>What is to be paid: subtotal, tax and shipping, less the discount.</summary>
    public Money Total => IsTotalOnly ? GivenTotal!.Value : WireAmount.ToMoney(TotalValue, Currency);

    /// <summary>When the order expires, to the second; <see langword="null"/> for never.</summary>
    public DateTimeOffset? ExpiresAt { get; internal init; }

    /// <summary>The ways to pay.</summary>
    public ImmutableArray<PaymentSetting> PaymentSettings { get; internal init; } = [];

    /// <summary>The items of a catalog among what is in it.</summary>
    internal IEnumerable<RetailerId> Products => Items.Select(item => item.RetailerId).Where(id => id.HasValue);

    internal string? GoodsType { get; init; }
    internal OrderCharge? TaxCharge { get; init; }
    internal OrderCharge? ShippingCharge { get; init; }
    internal OrderCharge? DiscountCharge { get; init; }
    internal Money? GivenTotal { get; init; }
    internal CatalogId? Catalog { get; init; }
    internal string? ExpirationDescription { get; init; }
    internal string? PaymentConfiguration { get; init; }
    internal bool IsQuickPay { get; init; }
    internal ImmutableArray<Beneficiary> Beneficiaries { get; init; } = [];
    internal ImmutableArray<AddressValues>? ShipTo { get; init; }

    /// <summary>Whether the order tells nothing but its total, as Brazil allows it.</summary>
    internal bool IsTotalOnly => Currency == Brazil && GivenTotal is not null && Items.IsEmpty && !HasOrderPart;

    internal static Currency Brazil { get; } = new("BRL");
    internal static Currency India { get; } = new("INR");

    // In 128 bits, since neither prices nor quantities have a limit that would keep their sums within 64.
    internal Int128 SubtotalValue =>
        Items.Aggregate((Int128)0, (sum, item) => sum + ((Int128)WireAmount.ValueOf(item.PaidPrice) * item.Quantity));

    internal Int128 TotalValue => SubtotalValue + ValueOf(TaxCharge) + ValueOf(ShippingCharge) - ValueOf(DiscountCharge);

    private bool HasOrderPart => TaxCharge is not null || ShippingCharge is not null || DiscountCharge is not null || Catalog is not null
        || ExpiresAt is not null || IsQuickPay;

    private static Int128 ValueOf(OrderCharge? charge) => charge is OrderCharge given ? WireAmount.ValueOf(given.Amount) : 0;
}
