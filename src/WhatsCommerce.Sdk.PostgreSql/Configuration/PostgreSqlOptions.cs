using System.ComponentModel.DataAnnotations;
using WhatsCommerce.Validation;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce;

/// <summary>
/// The options of <see cref="PostgreSqlWebhookStore"/>, <see cref="PostgreSqlDeadLetterStore"/> and <see cref="PostgreSqlSendLedger"/>: the
/// names of their tables, and how long rows are kept.
/// </summary>
public sealed class PostgreSqlOptions
{
    private const string Identifier = "[A-Za-z_][A-Za-z0-9_]*";

    /// <summary>
    /// Gets or sets the schema of the tables. The default is <c>whatscommerce</c>. <see cref="PostgreSqlWebhookStore.CreateTablesAsync"/>
    /// creates it if it does not exist. Case-sensitive.
    /// </summary>
    [Required(ErrorMessage = "{0} is empty: name a schema, such as public.")]
    [RegularExpression(Identifier, ErrorMessage = "{0} must be letters from A to Z, digits and underscores, and not begin with a digit.")]
    [StringLength(63, ErrorMessage = "{0} has more than the 63 characters that PostgreSQL keeps of a name.")]
    public string Schema { get; set; } = "whatscommerce";

    /// <summary>Gets or sets the prefix of the table names. The default is <c>webhook_</c>. Case-sensitive.</summary>
    [Required(AllowEmptyStrings = true, ErrorMessage = "{0} must not be null; it may be empty.")]
    [RegularExpression(Identifier, ErrorMessage = "{0} must be letters from A to Z, digits and underscores, and not begin with a digit.")]
    [StringLength(40, ErrorMessage = "{0} has more than 40 characters: with the rest of a name PostgreSQL would cut it off.")]
    public string TablePrefix { get; set; } = "webhook_";

    /// <summary>
    /// Gets or sets a value indicating whether the tables are created and migrated when an app with a host starts; <see langword="null"/>,
    /// the default, for in Development only. Otherwise the app does not start if tables are missing or outdated; the exception says what to
    /// do.
    /// </summary>
    public bool? MigrateAtStart { get; set; }

    /// <summary>
    /// Gets or sets how long a handled event is remembered after its last change. The default is 7 days, which is how long Meta redelivers;
    /// with less, a redelivered event may run again. Dead letters are kept until they are removed.
    /// </summary>
    /// <remarks>Source: Meta, webhooks/overview.</remarks>
    [TimeBetween(60, 315_360_000, ErrorMessage = "{0} must be from 1 minute to 10 years.")]
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// Gets or sets how long a message that was sent with a <c>SendOptions.OnceKey</c> is remembered. The default is 30 days, the minimum 7
    /// days: dead letters may be replayed after weeks. A send with unknown outcome is remembered until it is resolved.
    /// </summary>
    [TimeBetween(604_800, 315_360_000, ErrorMessage = "{0} must be from 7 days, as long as Meta delivers again, to 10 years.")]
    public TimeSpan SendRetention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// Gets or sets how often the store removes older rows, in the background. The default is 10 minutes. With
    /// <see cref="Timeout.InfiniteTimeSpan"/> it never does; then call <see cref="PostgreSqlWebhookStore.PurgeAsync"/> yourself.
    /// </summary>
    [TimeBetween(1, 86_400, OrNever = true, ErrorMessage = "{0} must be from 1 second to 1 day, or infinite.")]
    public TimeSpan PurgeInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Gets or sets how long an instance caches which customer an id belongs to before it queries the database again. The default is 1
    /// minute; zero queries for each event. For this long, an instance may continue to use a key that another instance merged into another
    /// key.
    /// </summary>
    [TimeBetween(0, 3_600, ErrorMessage = "{0} must be from 0 to 1 hour.")]
    public TimeSpan CustomerCacheDuration { get; set; } = TimeSpan.FromMinutes(1);
}
