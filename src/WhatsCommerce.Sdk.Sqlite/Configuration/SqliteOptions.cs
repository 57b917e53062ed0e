using System.ComponentModel.DataAnnotations;
using WhatsCommerce.Validation;

namespace WhatsCommerce;

/// <summary>The options of the SQLite stores: the names of their tables, and how long rows are kept.</summary>
public sealed class SqliteOptions
{
    /// <summary>
    /// Gets or sets the prefix of the table names, which keeps them apart from the app's own tables in the same file. The default is
    /// <c>whatscommerce_</c>.
    /// </summary>
    [Required(AllowEmptyStrings = true, ErrorMessage = "{0} must not be null; it may be empty.")]
    [RegularExpression(
        "[A-Za-z_][A-Za-z0-9_]*",
        ErrorMessage = "{0} must be letters from A to Z, digits and underscores, and not begin with a digit.")]
    [StringLength(40, ErrorMessage = "{0} has more than 40 characters.")]
    public string TablePrefix { get; set; } = "whatscommerce_";

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
    /// Gets or sets how often the stores remove older rows, in the background. The default is 10 minutes. With
    /// <see cref="Timeout.InfiniteTimeSpan"/> they never do; then call their <c>PurgeAsync</c> yourself.
    /// </summary>
    [TimeBetween(1, 86_400, OrNever = true, ErrorMessage = "{0} must be from 1 second to 1 day, or infinite.")]
    public TimeSpan PurgeInterval { get; set; } = TimeSpan.FromMinutes(10);
}
