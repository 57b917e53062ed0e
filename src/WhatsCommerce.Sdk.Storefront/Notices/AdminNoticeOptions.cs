namespace WhatsCommerce.Storefronts;

/// <summary>Who is notified of what happens in the shop, and how.</summary>
public sealed class AdminNoticeOptions
{
    /// <summary>
    /// Gets or sets the numbers that are written to, such as <c>+16505551234</c>; none to call <see cref="Handler"/> alone. At most 20.
    /// </summary>
    public IList<string> Numbers { get; set; } = [];

    /// <summary>Gets or sets what is told; everything unless set.</summary>
    public AdminNoticeKinds Kinds { get; set; } = AdminNoticeKinds.All;

    /// <summary>
    /// Gets or sets the name of a template for admins who did not write to the business in the last 24 hours; <see langword="null"/> to try
    /// a message all the same, which WhatsApp delivers only within these hours. Its body has one parameter: the notice, in one line.
    /// </summary>
    public string? Template { get; set; }

    /// <summary>Gets or sets the language of that template at Meta, such as <c>en</c> or <c>pt_BR</c>; <c>en</c> unless set.</summary>
    public string TemplateLanguage { get; set; } = "en";

    /// <summary>Gets or sets the language of the notices; <see langword="null"/> for the shop's.</summary>
    public string? Language { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether notices show the customer's whole number; unless set, its last four digits.
    /// </summary>
    public bool ShowCustomerNumber { get; set; }

    /// <summary>
    /// Gets or sets what is called with each notice, to tell people by other means; <see langword="null"/> for nothing. It runs in the
    /// outbox and at least once.
    /// </summary>
    public Func<AdminNotice, CancellationToken, Task>? Handler { get; set; }
}
