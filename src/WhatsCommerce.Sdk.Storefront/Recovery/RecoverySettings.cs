namespace WhatsCommerce.Storefronts;

/// <summary>
/// Represents the settings for cart reminders of a shop. They are stored, and read again for every reminder, so they can be changed at run
/// time.
/// </summary>
public sealed record RecoverySettings
{
    /// <summary>
    /// Gets a value indicating whether reminders are sent; <see langword="true"/> unless set. <see langword="false"/> also ends planned
    /// reminders.
    /// </summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Gets a value indicating whether reminders are paused: due reminders wait.</summary>
    public bool IsPaused { get; init; }

    /// <summary>
    /// Gets when reminders were enabled, as recorded by <see cref="StorefrontRecovery.ConfigureAsync"/>: no reminders are sent for earlier
    /// carts.
    /// </summary>
    public DateTimeOffset? EnabledSince { get; init; }

    /// <summary>Gets the time from the cart to the first reminder; 1 hour unless set, 15 minutes to 22 hours; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public TimeSpan? FirstAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Gets the time from the cart to the last free-form reminder; 20 hours unless set, 1 to 22 hours; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public TimeSpan? LastAfter { get; init; } = TimeSpan.FromHours(20);

    /// <summary>Gets the time from the cart to the template reminder; 72 hours unless set, 1 to 30 days.</summary>
    public TimeSpan TemplateAfter { get; init; } = TimeSpan.FromHours(72);

    /// <summary>
    /// Gets the name of an approved marketing template; <see langword="null"/>, unless set, for no such reminder. Its body has one
    /// parameter, the total of the cart; its first button is a quick reply. It is sent only to customers who agreed to marketing
    /// (<see cref="CustomerFacts.AcceptsMarketing"/>).
    /// </summary>
    public string? Template { get; init; }

    /// <summary>Gets the language of the template at Meta, such as <c>en</c> or <c>pt_BR</c>; <c>en</c> unless set.</summary>
    public string TemplateLanguage { get; init; } = "en";

    /// <summary>Gets when the quiet hours begin, in the customer's time zone; 21:00 unless set.</summary>
    public TimeOnly QuietFrom { get; init; } = new(21, 0);

    /// <summary>Gets when the quiet hours end; 9:00 unless set. Set it equal to <see cref="QuietFrom"/> for no quiet hours.</summary>
    public TimeOnly QuietUntil { get; init; } = new(9, 0);

    /// <summary>Gets the maximum number of reminders per customer within seven days; 3 unless set, 1 to 10.</summary>
    public int MaxMessages { get; init; } = 3;

    /// <summary>
    /// Gets the share of customers who get no reminders (a hold-out group), to measure the effect of reminders; 0 unless set, at most 0.5.
    /// Membership is derived from the customer's key and does not change.
    /// </summary>
    public double HoldOutShare { get; init; }

    /// <summary>Gets the approximate number of reminders sent per minute by all instances together; 60 unless set, 1 to 10,000.</summary>
    public int MaxPerMinute { get; init; } = 60;

    /// <summary>
    /// Gets how long ended sequences and their reminders are kept after the cart was sent; 90 days unless set, 45 days to ten years.
    /// Reports reach back as far. Opt-outs are kept until the customer's data is deleted.
    /// </summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Gets the version of the row, incremented by each change; 0 before it is stored.</summary>
    public long Version { get; init; }

    /// <summary>The time from the cart to a step; null when the shop has no such step.</summary>
    internal TimeSpan? AfterOf(ReminderStep step) => step switch
    {
        ReminderStep.First => FirstAfter,
        ReminderStep.Last => LastAfter,
        _ => Template is null ? null : TemplateAfter,
    };

    /// <summary>The first step, or the one that follows another.</summary>
    internal ReminderStep? StepAfter(ReminderStep? before)
    {
        for (ReminderStep step = before is ReminderStep last ? last + 1 : ReminderStep.First; step <= ReminderStep.Template; step++)
        {
            if (AfterOf(step) is not null)
            {
                return step;
            }
        }

        return null;
    }

#pragma warning disable MA0015 // What the caller reads is the name of the option, not of a parameter.
    internal void Check()
    {
        Check(FirstAfter, TimeSpan.FromMinutes(15), TimeSpan.FromHours(22), nameof(FirstAfter));
        Check(LastAfter, TimeSpan.FromHours(1), TimeSpan.FromHours(22), nameof(LastAfter));
        Check(TemplateAfter, TimeSpan.FromDays(1), TimeSpan.FromDays(30), nameof(TemplateAfter));
        Check(Retention, TimeSpan.FromDays(45), TimeSpan.FromDays(3653), nameof(Retention));
        if (FirstAfter >= LastAfter)
        {
            throw new ArgumentException("The first reminder must be due before the last one.", nameof(FirstAfter));
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(TemplateLanguage);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxMessages, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxMessages, 10);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxPerMinute, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxPerMinute, 10_000);
        ArgumentOutOfRangeException.ThrowIfNegative(HoldOutShare);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(HoldOutShare, 0.5);
        if (Template is not null && !Message.Template(Template, TemplateLanguage).TryBuild(out _, out IReadOnlyList<Violation> violations))
        {
            throw new ArgumentException(violations[0].Message, nameof(Template));
        }
    }
#pragma warning restore MA0015

    private static void Check(TimeSpan? after, TimeSpan least, TimeSpan most, string name)
    {
        if (after < least || after > most)
        {
            throw new ArgumentOutOfRangeException(name, $"{name} must be from {least} to {most}.");
        }
    }
}
