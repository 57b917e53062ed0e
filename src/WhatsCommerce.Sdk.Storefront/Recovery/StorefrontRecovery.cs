namespace WhatsCommerce.Storefronts;

/// <summary>Configures and reports reminders for abandoned carts. Available as <see cref="Storefront.Recovery"/>.</summary>
/// <remarks>
/// Reminders are sent in the background while the app runs. Settings are stored, and every instance uses them from its next poll on.
/// </remarks>
public class StorefrontRecovery
{
    private readonly ShopServices _shop = null!;
    private readonly IRecoveryStore _store = null!;
    private readonly RecoveryPeople _people = null!;
    private readonly RecoveryCarts _carts = null!;
    private readonly ReminderRecords _records = null!;

    internal StorefrontRecovery(
        ShopServices shop, IRecoveryStore store, RecoveryPeople people, RecoveryCarts carts, ReminderRecords records)
    {
        _shop = shop;
        _store = store;
        _people = people;
        _carts = carts;
        _records = records;
    }

    /// <summary>Initializes a new instance for test doubles that override the methods.</summary>
    protected StorefrontRecovery() { }

    /// <summary>Gets the current settings of the reminders.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The settings; the defaults of <see cref="RecoverySettings"/> if none were stored.</returns>
    public virtual async Task<RecoverySettings> GetSettingsAsync(CancellationToken cancellationToken = default) =>
        await _store.FindSettingsAsync(_shop.ShopId, cancellationToken).ConfigureAwait(false) ?? new RecoverySettings();

    /// <summary>
    /// Changes the settings of the reminders. Enabling does not affect earlier carts; disabling also ends planned reminders.
    /// </summary>
    /// <param name="change">Returns the new settings from the stored ones; it may be called again after a concurrent change.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The settings that are now stored.</returns>
    /// <exception cref="ArgumentException">A value is outside its limits.</exception>
    public virtual async Task<RecoverySettings> ConfigureAsync(
        Func<RecoverySettings, RecoverySettings> change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        for (int round = 0; round < Rounds.Most; round++)
        {
            RecoverySettings before = await GetSettingsAsync(cancellationToken).ConfigureAwait(false);
            RecoverySettings after = change(before) with { Version = before.Version, EnabledSince = before.EnabledSince };
            after.Check();
            if (after.IsEnabled && !before.IsEnabled)
            {
                after = after with { EnabledSince = _shop.Now };
            }

            RecoveryStep step = new() { ShopId = _shop.ShopId, Settings = after };
            if (await _store.WriteAsync(step, cancellationToken).ConfigureAwait(false))
            {
                return after with { Version = before.Version + 1 };
            }
        }

        throw new StorefrontBusyException($"The settings of the reminders were changed concurrently {Rounds.Most} times in a row.");
    }

    /// <summary>Pauses the reminders: those that become due wait until <see cref="ResumeAsync"/>.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The settings that are now stored.</returns>
    public virtual Task<RecoverySettings> PauseAsync(CancellationToken cancellationToken = default) =>
        ConfigureAsync(static settings => settings with { IsPaused = true }, cancellationToken);

    /// <summary>Resumes after a pause. Reminders that are too late are skipped; the others are sent at the configured rate.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The settings that are now stored.</returns>
    public virtual Task<RecoverySettings> ResumeAsync(CancellationToken cancellationToken = default) =>
        ConfigureAsync(static settings => settings with { IsPaused = false }, cancellationToken);

    /// <summary>Reports the results of the reminders of a period.</summary>
    /// <param name="from">The start of the period.</param>
    /// <param name="until">The exclusive end of the period.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The report.</returns>
    public virtual async Task<RecoveryReport> ReportAsync(
        DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default)
    {
        RecoveryTotals totals = await _store.CountAsync(_shop.ShopId, from, until, cancellationToken).ConfigureAwait(false);
        return RecoveryCounts.ReportOf(totals, from, until);
    }

    /// <summary>
    /// Sets whether a customer has opted out of reminders, as customers can do themselves with a stop word or in WhatsApp's settings.
    /// </summary>
    /// <param name="customer">The customer.</param>
    /// <param name="isOptedOut">Whether the customer has opted out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when the setting is stored.</returns>
    public virtual Task SetOptOutAsync(CustomerKey customer, bool isOptedOut, CancellationToken cancellationToken = default) =>
        _people.SetOptOutAsync(customer, isOptedOut, cancellationToken);

    /// <summary>Lists the reminders of a cart with their outcome, oldest first.</summary>
    /// <param name="cartId">The cart that the customer sent.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The reminders.</returns>
    public virtual Task<IReadOnlyList<Reminder>> ListAsync(CartId cartId, CancellationToken cancellationToken = default) =>
        _store.ListRemindersAsync(_shop.ShopId, cartId, cancellationToken);

    /// <summary>Records that the link of a reminder was opened, and finds the payment attempt that it leads to.</summary>
    /// <remarks>For the page below <see cref="StorefrontOptions.PublicAddress"/> at <c>remind/{reminder}</c>.</remarks>
    /// <param name="id">The reminder.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The id of the attempt; absent when the reminder does not exist, or there is nothing left to pay.</returns>
    public virtual async Task<AttemptId> OpenAsync(ReminderId id, CancellationToken cancellationToken = default)
    {
        if (await _store.FindReminderAsync(_shop.ShopId, id, cancellationToken).ConfigureAwait(false) is not Reminder reminder)
        {
            return default;
        }

        DateTimeOffset now = _shop.Now;
        await _records.MarkAsync(id, opened => opened with { OpenedAt = opened.OpenedAt ?? now }, cancellationToken).ConfigureAwait(false);
        Cart? cart = await _carts.FindAsync(reminder.CartId, cancellationToken).ConfigureAwait(false);
        Order? order = cart is null ? null : await _carts.OrderOfAsync(cart, cancellationToken).ConfigureAwait(false);
        return order?.AttemptId ?? default;
    }
}
