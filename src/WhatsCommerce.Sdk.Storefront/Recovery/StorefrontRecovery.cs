namespace WhatsCommerce.Storefronts;

/// <summary>Reminds customers of carts that they left. Reached as <see cref="Storefront.Recovery"/>.</summary>
/// <remarks>
/// Reminders run by themselves as long as the app runs. What is set here is stored, and holds for every instance from its next look on.
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

    /// <summary>For test doubles that override the methods.</summary>
    protected StorefrontRecovery() { }

    /// <summary>Returns how the shop reminds.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The settings; those of a new <see cref="RecoverySettings"/> until something was set.</returns>
    public virtual async Task<RecoverySettings> GetSettingsAsync(CancellationToken cancellationToken = default) =>
        await _store.FindSettingsAsync(_shop.ShopId, cancellationToken).ConfigureAwait(false) ?? new RecoverySettings();

    /// <summary>Changes how the shop reminds. Switching it on does not touch carts from before; off also ends what is planned.</summary>
    /// <param name="change">Makes the new settings of those that are stored; it may be called again when others change them too.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The settings, as they are now stored.</returns>
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

        throw new StorefrontBusyException($"The settings of the reminders were changed by others {Rounds.Most} times in a row.");
    }

    /// <summary>Lets everything stand still: what becomes due waits until <see cref="ResumeAsync"/>.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The settings, as they are now stored.</returns>
    public virtual Task<RecoverySettings> PauseAsync(CancellationToken cancellationToken = default) =>
        ConfigureAsync(static settings => settings with { IsPaused = true }, cancellationToken);

    /// <summary>Resumes after a pause. Reminders that are too late are skipped; the others are sent at the configured rate.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The settings, as they are now stored.</returns>
    public virtual Task<RecoverySettings> ResumeAsync(CancellationToken cancellationToken = default) =>
        ConfigureAsync(static settings => settings with { IsPaused = false }, cancellationToken);

    /// <summary>Reports the results of the reminders of a period.</summary>
    /// <param name="from">The beginning.</param>
    /// <param name="until">The end, which is not part of it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The report.</returns>
    public virtual async Task<RecoveryReport> ReportAsync(
        DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default)
    {
        RecoveryTotals totals = await _store.CountAsync(_shop.ShopId, from, until, cancellationToken).ConfigureAwait(false);
        return RecoveryCounts.ReportOf(totals, from, until);
    }

    /// <summary>Sets whether a customer wants no reminders, as they themselves say by a stop word or in WhatsApp's settings.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="isOptedOut">Whether they want none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is stored.</returns>
    public virtual Task SetOptOutAsync(CustomerKey customer, bool isOptedOut, CancellationToken cancellationToken = default) =>
        _people.SetOptOutAsync(customer, isOptedOut, cancellationToken);

    /// <summary>Lists the reminders of a cart, the oldest first: sent or skipped, and what came of them.</summary>
    /// <param name="cartId">The cart that the customer sent.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The reminders.</returns>
    public virtual Task<IReadOnlyList<Reminder>> ListAsync(CartId cartId, CancellationToken cancellationToken = default) =>
        _store.ListRemindersAsync(_shop.ShopId, cartId, cancellationToken);

    /// <summary>Records that the link of a reminder was opened, and finds the attempt that it leads to.</summary>
    /// <remarks>For the page below <see cref="StorefrontOptions.PublicAddress"/> at <c>remind/{reminder}</c>.</remarks>
    /// <param name="id">The reminder.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The attempt to pay; absent when there is no such reminder, or nothing to be paid any more.</returns>
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
