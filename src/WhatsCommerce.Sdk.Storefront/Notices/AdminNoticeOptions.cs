namespace WhatsCommerce.Storefronts;

/// <summary>The options for notifications to a shop's admins.</summary>
public sealed class AdminNoticeOptions
{
    /// <summary>
    /// Gets or sets the phone numbers of the admins, such as <c>+16505551234</c>; at most 20, or empty to call only <see cref="Handler"/>.
    /// </summary>
    public IList<string> Numbers { get; set; } = [];

    /// <summary>Gets or sets what admins are notified of; everything unless set.</summary>
    public AdminNoticeKinds Kinds { get; set; } = AdminNoticeKinds.All;

    /// <summary>
    /// Gets or sets the name of a template for admins who did not write to the business in the last 24 hours; <see langword="null"/> to try
    /// a free-form message nevertheless, which WhatsApp delivers only within that window. The template's body has one parameter: the
    /// notification, on one line.
    /// </summary>
    public string? Template { get; set; }

    /// <summary>Gets or sets the language of that template at Meta, such as <c>en</c> or <c>pt_BR</c>; <c>en</c> unless set.</summary>
    public string TemplateLanguage { get; set; } = "en";

    /// <summary>Gets or sets the language of the notifications; <see langword="null"/> for the shop's language.</summary>
    public string? Language { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether notifications show the customer's full phone number; unless set, they show the last four
    /// digits.
    /// </summary>
    public bool ShowCustomerNumber { get; set; }

    /// <summary>
    /// Gets or sets a delegate that is called with each notification, for example to send an email; <see langword="null"/> for none. It is
    /// called from the outbox, at least once per notification.
    /// </summary>
    public Func<AdminNotice, CancellationToken, Task>? Handler { get; set; }
}
