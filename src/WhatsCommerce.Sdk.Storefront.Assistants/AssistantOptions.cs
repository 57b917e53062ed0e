using System.ComponentModel.DataAnnotations;

namespace WhatsCommerce.Storefronts;

/// <summary>What an assistant is told, and how much it may do.</summary>
/// <remarks>
/// Budgets are of one customer. What is beyond them is refused, and the model is told so; a turn beyond them is left to the next responder.
/// </remarks>
public sealed class AssistantOptions
{
    /// <summary>
    /// Gets or sets what the model is told of the shop: what it sells, its tone, hours, terms. Amounts in it may be named in answers.
    /// </summary>
    [StringLength(8_000, ErrorMessage = "{0} must have at most {1} characters.")]
    public string? Instructions { get; set; }

    /// <summary>Gets or sets how many tools a turn may call; 12 unless set.</summary>
    [CountBetween(1, 100, ErrorMessage = "{0} must be from 1 to 100.")]
    public int CallsPerTurn { get; set; } = 12;

    /// <summary>Gets or sets how many messages the tools of a turn may send; 3 unless set. The answer itself is not counted.</summary>
    [CountBetween(0, 10, ErrorMessage = "{0} must be from 0 to 10.")]
    public int MessagesPerTurn { get; set; } = 3;

    /// <summary>Gets or sets how many products a turn may show; 30 unless set.</summary>
    [CountBetween(0, 100, ErrorMessage = "{0} must be from 0 to 100.")]
    public int ProductsPerTurn { get; set; } = 30;

    /// <summary>Gets or sets how many messages of a customer the model answers in an hour; 30 unless set.</summary>
    [CountBetween(1, 10_000, ErrorMessage = "{0} must be from 1 to 10000.")]
    public int TurnsPerHour { get; set; } = 30;

    /// <summary>Gets or sets how many tools may be called for a customer in an hour; 120 unless set.</summary>
    [CountBetween(1, 10_000, ErrorMessage = "{0} must be from 1 to 10000.")]
    public int CallsPerHour { get; set; } = 120;

    /// <summary>Gets or sets how many messages tools may send to a customer in an hour; 20 unless set.</summary>
    [CountBetween(0, 1_000, ErrorMessage = "{0} must be from 0 to 1000.")]
    public int MessagesPerHour { get; set; } = 20;

    /// <summary>Gets or sets how many products tools may show to a customer in an hour; 150 unless set.</summary>
    [CountBetween(0, 10_000, ErrorMessage = "{0} must be from 0 to 10000.")]
    public int ProductsPerHour { get; set; } = 150;

    /// <summary>Gets or sets how often the model is asked in a turn, its tools' results included; 6 unless set.</summary>
    [CountBetween(1, 40, ErrorMessage = "{0} must be from 1 to 40.")]
    public int RoundsPerTurn { get; set; } = 6;

    /// <summary>
    /// Gets or sets how long a turn may take before the next responder answers; 30 seconds unless set. It must end before
    /// <see cref="StorefrontOptions.HandlerTimeout"/>.
    /// </summary>
    [DurationBetween(1, 600, ErrorMessage = "{0} must be from 1 second to 10 minutes.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets how many tokens the model may write at once; 800 unless set.</summary>
    [CountBetween(16, 32_000, ErrorMessage = "{0} must be from 16 to 32000.")]
    public int MaxOutputTokens { get; set; } = 800;

    /// <summary>
    /// Gets or sets the most characters of an answer, from 100 to the 4,096 of a WhatsApp message; 1,500 unless set. A longer one ends with
    /// dots.
    /// </summary>
    [CountBetween(100, 4_096, ErrorMessage = "{0} must be from 100 to 4096.")]
    public int MaxAnswerLength { get; set; } = 1_500;

    /// <summary>Gets or sets how many earlier turns the model is told; 8 unless set.</summary>
    [CountBetween(0, 100, ErrorMessage = "{0} must be from 0 to 100.")]
    public int HistoryTurns { get; set; } = 8;

    /// <summary>Gets or sets the most characters of these turns together; 12,000 unless set.</summary>
    [CountBetween(0, 1_000_000, ErrorMessage = "{0} must be from 0 to 1000000.")]
    public int HistoryLength { get; set; } = 12_000;

    /// <summary>Gets or sets after how long a turn is forgotten; 1 hour unless set.</summary>
    [DurationBetween(1, 86_400, ErrorMessage = "{0} must be from 1 second to 24 hours.")]
    public TimeSpan HistoryLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Gets or sets the hosts, such as <c>shop.example</c>, whose links an answer may contain; none unless set. An answer with any other
    /// link is withheld.
    /// </summary>
    [HostNames(ErrorMessage = "{0} must be names of hosts, such as shop.example, without https:// and path.")]
    public IList<string> AllowedHosts { get; set; } = [];
}
