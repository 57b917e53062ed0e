namespace WhatsCommerce.Messages;

/// <summary>
/// Represents an order to be paid: its items, prices and payment options. Part of an order details message or a template.
/// </summary>
/// <remarks>Source: Meta, payments/payments-in/pg and payments/payments-br/orders.</remarks>
public sealed partial class OrderDetails
{
    internal OrderDetails(string? referenceId) => ReferenceId = referenceId!;

    /// <summary>The shop's own id of the order, which payments and status messages refer to.</summary>
    public string ReferenceId { get; }

    /// <summary>Whether the goods are physical rather than digital.</summary>
    public bool IsPhysical => GoodsType == "physical-goods";

    /// <summary>The one currency of the order.</summary>
    public Currency Currency { get; internal init; }

    /// <summary>The items; empty in an order that has only a total.</summary>
    public ImmutableArray<OrderDetailsItem> Items { get; internal init; } = [];

    /// <summary>The sum of the items: sale price (or price) times quantity.</summary>
    public Money Subtotal => WireAmount.ToMoney(SubtotalValue, Currency);

    /// <summary>The tax; zero by default.</summary>
    public Money Tax => TaxCharge?.Amount ?? new Money(0, Currency);

    /// <summary>The shipping costs, or <see langword="null"/>.</summary>
    public Money? Shipping => ShippingCharge?.Amount;

    /// <summary>The discount, or <see langword="null"/>.</summary>
    public Money? Discount => DiscountCharge?.Amount;

    /// <summary>The amount to be paid: subtotal plus tax and shipping, minus discount.</summary>
    public Money Total => IsTotalOnly ? GivenTotal!.Value : WireAmount.ToMoney(TotalValue, Currency);

    /// <summary>When the order expires, to the second; <see langword="null"/> for never.</summary>
    public DateTimeOffset? ExpiresAt { get; internal init; }

    /// <summary>The payment options.</summary>
    public ImmutableArray<PaymentSetting> PaymentSettings { get; internal init; } = [];

    /// <summary>The catalog items of the order.</summary>
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

    /// <summary>Whether the order has only a total, which Brazil allows.</summary>
    internal bool IsTotalOnly => Currency == Brazil && GivenTotal is not null && Items.IsEmpty && !HasOrderPart;

    internal static Currency Brazil { get; } = new("BRL");
    internal static Currency India { get; } = new("INR");

    // In 128 bits, since prices and quantities have no limits that would keep their sums within 64.
    internal Int128 SubtotalValue =>
        Items.Aggregate((Int128)0, (sum, item) => sum + ((Int128)WireAmount.ValueOf(item.PaidPrice) * item.Quantity));

    internal Int128 TotalValue => SubtotalValue + ValueOf(TaxCharge) + ValueOf(ShippingCharge) - ValueOf(DiscountCharge);

    private bool HasOrderPart => TaxCharge is not null || ShippingCharge is not null || DiscountCharge is not null || Catalog is not null
        || ExpiresAt is not null || IsQuickPay;

    private static Int128 ValueOf(OrderCharge? charge) => charge is OrderCharge given ? WireAmount.ValueOf(given.Amount) : 0;
}
