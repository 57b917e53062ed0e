namespace WhatsCommerce.Messages;

public static partial class MessageLimits
{
    /// <summary>Reference id of an order: 60 characters. Source: Meta, payments/payments-br/orders, <c>reference_id</c>.</summary>
    public static int OrderReferenceId => 60;

    /// <summary>Reference id of an order in India: 35 characters. Source: Meta, payments/payments-in/pg, <c>reference_id</c>.</summary>
    public static int OrderReferenceIdInIndia => 35;

    /// <summary>
    /// Name of an item of an order: 60 characters. Source: Meta, payments/payments-br/orders and payments/payments-in/pg,
    /// <c>items[].name</c>.
    /// </summary>
    public static int OrderItemName => 60;

    /// <summary>
    /// Items of an order whose items have pictures of their own: 10. Source: Meta, payments/payments-in/pg, <c>items[].image</c>.
    /// </summary>
    public static int OrderItemsWithImages => 10;

    /// <summary>
    /// Text about the tax, the shipping or the discount: 60 characters. Source: Meta, payments/payments-br/orders and
    /// payments/payments-in/pg.
    /// </summary>
    public static int OrderChargeDescription => 60;

    /// <summary>
    /// Name of a discount program: 60 characters. Source: Meta, payments/payments-br/orders and payments/payments-in/pg,
    /// <c>discount_program_name</c>.
    /// </summary>
    public static int DiscountProgramName => 60;

    /// <summary>
    /// How long an order must stay open, at least: 300 seconds. Source: Meta, payments/payments-br/orders and payments/payments-in/pg,
    /// <c>expiration</c>.
    /// </summary>
    public static int OrderExpirationSeconds => 300;

    /// <summary>
    /// Text about the expiration of an order: 120 characters. Source: Meta, payments/payments-br/orders and payments/payments-in/pg,
    /// <c>expiration</c>.
    /// </summary>
    public static int OrderExpirationDescription => 120;

    /// <summary>
    /// Text about the status of an order: 120 characters. Source: Meta, payments/payments-br/orders and payments/payments-in/pg,
    /// <c>order.description</c>.
    /// </summary>
    public static int OrderStatusDescription => 120;

    /// <summary>Name of a payment configuration: 60 characters. Source: Meta, payments/payments-in/pg, <c>configuration_name</c>.</summary>
    public static int PaymentConfigurationName => 60;

    /// <summary>Receipt that Razorpay keeps with a payment: 40 characters. Source: Meta, payments/payments-in/pg, <c>receipt</c>.</summary>
    public static int RazorpayReceipt => 40;

    /// <summary>Notes that Razorpay keeps with a payment: 15. Source: Meta, payments/payments-in/pg, <c>notes</c>.</summary>
    public static int RazorpayNotes => 15;

    /// <summary>
    /// One of the notes that Razorpay keeps with a payment: 256 characters. Source: Meta, payments/payments-in/pg, <c>notes</c>.
    /// </summary>
    public static int RazorpayNote => 256;

    /// <summary>
    /// A value that PayU keeps with a payment: 255 characters. Source: Meta, payments/payments-in/pg, <c>udf1</c> to <c>udf4</c>.
    /// </summary>
    public static int PayUField => 255;

    /// <summary>
    /// A value that BillDesk keeps with a payment: 120 characters. Source: Meta, payments/payments-in/pg, <c>additional_info1</c> to
    /// <c>additional_info7</c>.
    /// </summary>
    public static int BillDeskField => 120;

    /// <summary>
    /// A value that Zaakpay keeps with a payment: 180 characters. Source: Meta, payments/payments-in/pg, <c>extra1</c> and <c>extra2</c>.
    /// </summary>
    public static int ZaakpayField => 180;

    /// <summary>
    /// Name of the beneficiary of an order: 200 characters. Source: Meta, payments/payments-in/pg, <c>beneficiaries</c>.
    /// </summary>
    public static int BeneficiaryName => 200;

    /// <summary>
    /// A line of the address of the beneficiary of an order: 100 characters. Source: Meta, payments/payments-in/pg,
    /// <c>beneficiaries</c>.
    /// </summary>
    public static int BeneficiaryAddressLine => 100;
}
