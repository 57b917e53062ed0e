using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using WhatsCommerce.Validation;

namespace WhatsCommerce.Storefronts;

/// <summary>The options for an AI assistant: its instructions, budgets and limits.</summary>
/// <remarks>
/// Budgets apply per customer. Tool calls beyond a budget are rejected with a message to the model; a turn beyond its budget is left to the
/// next responder.
/// </remarks>
public sealed class AssistantOptions
{
    /// <summary>
    /// Gets or sets the instructions (system prompt) about the shop: what it sells, its tone, hours, terms. Answers may contain amounts
    /// from it.
    /// </summary>
    [StringLength(8_000, ErrorMessage = "{0} must have at most {1} characters.")]
    public string? Instructions { get; set; }

    /// <summary>Gets or sets the maximum number of tool calls per turn; 12 unless set.</summary>
    [NumberBetween(1, 100, ErrorMessage = "{0} must be from 1 to 100.")]
    public int CallsPerTurn { get; set; } = 12;

    /// <summary>
    /// Gets or sets the maximum number of messages that tools send per turn; 3 unless set. The answer itself is not counted.
    /// </summary>
    [NumberBetween(0, 10, ErrorMessage = "{0} must be from 0 to 10.")]
    public int MessagesPerTurn { get; set; } = 3;

    /// <summary>Gets or sets the maximum number of products that tools show per turn; 30 unless set.</summary>
    [NumberBetween(0, 100, ErrorMessage = "{0} must be from 0 to 100.")]
    public int ProductsPerTurn { get; set; } = 30;

    /// <summary>Gets or sets the maximum number of messages of a customer that the model answers per hour; 30 unless set.</summary>
    [NumberBetween(1, 10_000, ErrorMessage = "{0} must be from 1 to 10000.")]
    public int TurnsPerHour { get; set; } = 30;

    /// <summary>Gets or sets the maximum number of tool calls per customer and hour; 120 unless set.</summary>
    [NumberBetween(1, 10_000, ErrorMessage = "{0} must be from 1 to 10000.")]
    public int CallsPerHour { get; set; } = 120;

    /// <summary>Gets or sets the maximum number of messages that tools send to a customer per hour; 20 unless set.</summary>
    [NumberBetween(0, 1_000, ErrorMessage = "{0} must be from 0 to 1000.")]
    public int MessagesPerHour { get; set; } = 20;

    /// <summary>Gets or sets the maximum number of products that tools show to a customer per hour; 150 unless set.</summary>
    [NumberBetween(0, 10_000, ErrorMessage = "{0} must be from 0 to 10000.")]
    public int ProductsPerHour { get; set; } = 150;

    /// <summary>Gets or sets the maximum number of model calls per turn, including those with tool results; 6 unless set.</summary>
    [NumberBetween(1, 40, ErrorMessage = "{0} must be from 1 to 40.")]
    public int RoundsPerTurn { get; set; } = 6;

    /// <summary>
    /// Gets or sets the timeout of a turn, after which the next responder answers; 30 seconds unless set. It must be less than
    /// <see cref="StorefrontOptions.HandlerTimeout"/>.
    /// </summary>
    [TimeBetween(1, 600, ErrorMessage = "{0} must be from 1 second to 10 minutes.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets the maximum number of output tokens per model call; 800 unless set.</summary>
    [NumberBetween(16, 32_000, ErrorMessage = "{0} must be from 16 to 32000.")]
    public int MaxOutputTokens { get; set; } = 800;

    /// <summary>
    /// Gets or sets the maximum length of an answer in characters; 1,500 unless set, 100 to 4,096 (the limit of a WhatsApp message). A
    /// longer answer is shortened with an ellipsis.
    /// </summary>
    [NumberBetween(100, 4_096, ErrorMessage = "{0} must be from 100 to 4096.")]
    public int MaxAnswerLength { get; set; } = 1_500;

    /// <summary>Gets or sets the maximum number of earlier turns in the model's context; 8 unless set.</summary>
    [NumberBetween(0, 100, ErrorMessage = "{0} must be from 0 to 100.")]
    public int HistoryTurns { get; set; } = 8;

    /// <summary>Gets or sets the maximum total length of these turns in characters; 12,000 unless set.</summary>
    [NumberBetween(0, 1_000_000, ErrorMessage = "{0} must be from 0 to 1000000.")]
    public int HistoryLength { get; set; } = 12_000;

    /// <summary>Gets or sets how long a turn stays in the model's context; 1 hour unless set.</summary>
    [TimeBetween(1, 86_400, ErrorMessage = "{0} must be from 1 second to 24 hours.")]
    public TimeSpan HistoryLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Gets or sets the hosts, such as <c>shop.example</c>, whose links an answer may contain; none unless set. An answer with any other
    /// link is withheld.
    /// </summary>
    [HostNames(ErrorMessage = "{0} must be names of hosts, such as shop.example, without https:// and path.")]
    public IList<string> AllowedHosts { get; set; } = [];
}

[OptionsValidator]
internal sealed partial class AssistantOptionsValidator : IValidateOptions<AssistantOptions>;
