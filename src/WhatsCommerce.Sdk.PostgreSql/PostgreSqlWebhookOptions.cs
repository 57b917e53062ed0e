using System.ComponentModel.DataAnnotations;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// Where <see cref="PostgreSqlWebhookStore"/>, <see cref="PostgreSqlDeadLetterStore"/> and <see cref="PostgreSqlSendLedger"/> keep their rows, and
/// for how long.
/// </summary>
public sealed class PostgreSqlWebhookOptions
{
    private const string Identifier = "[A-Za-z_][A-Za-z0-9_]*";

    /// <summary>
    /// The schema of the tables. <c>whatscommerce</c> unless set. It is made by <see cref="PostgreSqlWebhookStore.CreateTablesAsync"/> where
    /// it is missing. Upper and lower case count.
    /// </summary>
    [Required(ErrorMessage = "{0} is empty: name a schema, such as public.")]
    [RegularExpression(Identifier, ErrorMessage = "{0} must be letters from A to Z, digits and underscores, and not begin with a digit.")]
    [StringLength(63, ErrorMessage = "{0} has more than the 63 characters that PostgreSQL keeps of a name.")]
    public string Schema { get; set; } = "whatscommerce";

    /// <summary>What the tables' names begin with. <c>webhook_</c> unless set. Upper and lower case count.</summary>
    [Required(AllowEmptyStrings = true, ErrorMessage = "{0} must not be null; it may be empty.")]
    [RegularExpression(Identifier, ErrorMessage = "{0} must be letters from A to Z, digits and underscores, and not begin with a digit.")]
    [StringLength(40, ErrorMessage = "{0} has more than 40 characters: with the rest of a name PostgreSQL would cut it off.")]
    public string TablePrefix { get; set; } = "webhook_";

    /// <summary>
    /// How long a handled event is remembered after the last that happened to it. 7 days unless set, which is how long Meta delivers again;
    /// with less, an event may run once more. Dead letters are kept until they are removed.
    /// </summary>
    /// <remarks>Source: Meta, webhooks/overview.</remarks>
    [TimeBetween("00:01:00", "3650.00:00:00", ErrorMessage = "{0} must be from 1 minute to 10 years.")]
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// How long a message that was sent with a <c>SendOptions.OnceKey</c> is remembered. 30 days unless set, at least 7: dead letters may run
    /// again after weeks. One whose outcome is unknown is remembered until it is resolved.
    /// </summary>
    [TimeBetween("7.00:00:00", "3650.00:00:00", ErrorMessage = "{0} must be from 7 days, as long as Meta delivers again, to 10 years.")]
    public TimeSpan SendRetention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// How often the store removes what is older, beside its work. 10 minutes unless set. <see cref="Timeout.InfiniteTimeSpan"/>: never; then
    /// call <see cref="PostgreSqlWebhookStore.PurgeAsync"/> yourself.
    /// </summary>
    [TimeBetween("00:00:01", "1.00:00:00", OrNever = true, ErrorMessage = "{0} must be from 1 second to 1 day, or infinite.")]
    public TimeSpan PurgeInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long an instance remembers which customer an id belongs to before it asks the database again. 1 minute unless set; zero asks with
    /// each event. For so long it may go on using a key that another instance merged into another one.
    /// </summary>
    [TimeBetween("00:00:00", "01:00:00", ErrorMessage = "{0} must be from 0 to 1 hour.")]
    public TimeSpan CustomerCacheDuration { get; set; } = TimeSpan.FromMinutes(1);
}
