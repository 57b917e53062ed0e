namespace WhatsCommerce.Storefronts;

/// <summary>Stores reminders in memory, for development and tests. The default without a database.</summary>
/// <remarks>The data is lost when the process ends: no reminders are sent for earlier carts.</remarks>
public sealed class MemoryRecoveryStore : IRecoveryStore, IDisposable
{
    private static readonly IComparer<(string ShopId, DateTimeOffset At, string Id)> ByTime =
        Comparer<(string ShopId, DateTimeOffset At, string Id)>.Create(static (one, other) =>
            string.CompareOrdinal(one.ShopId, other.ShopId) is not 0 and int shops ? shops
            : one.At.CompareTo(other.At) is not 0 and int times ? times
            : string.CompareOrdinal(one.Id, other.Id));

    private readonly SemaphoreSlim _turn = new(1);
    private readonly IStorefrontStore _shop;

    private readonly Dictionary<string, RecoverySettings> _settings = new(StringComparer.Ordinal);

    private readonly MemoryTable<(string, CartId), RecoverySequence> _sequences =
        new(row => (row.ShopId, row.CartId), row => row.Version, (row, version) => row with { Version = version });

    private readonly MemoryTable<(string, ReminderId), Reminder> _reminders =
        new(row => (row.ShopId, row.Id), row => row.Version, (row, version) => row with { Version = version });

    private readonly MemoryTable<(string, CustomerKey), RecoveryCustomer> _customers =
        new(row => (row.ShopId, row.Customer), row => row.Version, (row, version) => row with { Version = version });

    private readonly Dictionary<(string, CartId), List<ReminderId>> _ofCart = [];
    private readonly SortedSet<(string ShopId, DateTimeOffset At, string Id)> _due = new(ByTime);
    private readonly SortedSet<(string ShopId, DateTimeOffset At, string Id)> _sent = new(ByTime);

    /// <summary>Initializes an empty store.</summary>
    /// <param name="shop">The store of the shop, to which carts, orders and events are written.</param>
    public MemoryRecoveryStore(IStorefrontStore shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        _shop = shop;
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <inheritdoc/>
    public async Task<bool> WriteAsync(RecoveryStep step, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(step);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            bool fits = (step.Settings is null || (_settings.GetValueOrDefault(step.ShopId)?.Version ?? 0) == step.Settings.Version)
                && (step.Sequence is null || _sequences.Fits(step.Sequence))
                && (step.Reminder is null || _reminders.Fits(step.Reminder))
                && (step.Customer is null || _customers.Fits(step.Customer));
            if (!fits || (step.Shop is not null && !await _shop.CommitAsync(step.Shop, cancellationToken).ConfigureAwait(false)))
            {
                return false;
            }

            Write(step);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public Task<RecoverySettings?> FindSettingsAsync(string shopId, CancellationToken cancellationToken = default) =>
        In(() => _settings.GetValueOrDefault(shopId), cancellationToken);

    /// <inheritdoc/>
    public Task<RecoverySequence?> FindSequenceAsync(string shopId, CartId cartId, CancellationToken cancellationToken = default) =>
        In(() => _sequences.Find((shopId, cartId)), cancellationToken);

    /// <inheritdoc/>
    public Task<RecoveryCustomer?> FindCustomerAsync(
        string shopId, CustomerKey customer, CancellationToken cancellationToken = default) =>
        In(() => _customers.Find((shopId, customer)), cancellationToken);

    /// <inheritdoc/>
    public Task<Reminder?> FindReminderAsync(string shopId, ReminderId id, CancellationToken cancellationToken = default) =>
        In(() => _reminders.Find((shopId, id)), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Reminder>> ListRemindersAsync(
        string shopId, CartId cartId, CancellationToken cancellationToken = default) => In<IReadOnlyList<Reminder>>(
        () => _ofCart.TryGetValue((shopId, cartId), out List<ReminderId>? ids)
            ? [.. ids.Select(id => _reminders.Find((shopId, id))!).OrderBy(row => row.At)]
            : [],
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RecoverySequence>> ClaimAsync(
        string shopId, DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken cancellationToken = default) =>
        In<IReadOnlyList<RecoverySequence>>(
            () =>
            {
                (string, DateTimeOffset, string) first = (shopId, DateTimeOffset.MinValue, "");
                (string, DateTimeOffset, string) last = (shopId, now, "\uffff");
                RecoverySequence[] due =
                [
                    .. _due.GetViewBetween(first, last)
                        .Select(one => _sequences.Find((shopId, one.Id))!)
                        .Where(row => !(row.ClaimedUntil > now))
                        .Take(limit),
                ];
                return [.. due.Select(row => _sequences.Write(row with { ClaimedUntil = until }))];
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountSentAsync(string shopId, DateTimeOffset since, CancellationToken cancellationToken = default) => In(
        () => _sent.GetViewBetween((shopId, since.AddMilliseconds(1), ""), (shopId, DateTimeOffset.MaxValue, "")).Count,
        cancellationToken);

    /// <inheritdoc/>
    public Task<RecoveryTotals> CountAsync(
        string shopId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default) => In(
        () => new RecoveryTotals
        {
            Reminders =
            [
                .. _reminders.Rows.Where(row => row.ShopId == shopId && row.At >= from && row.At < until)
                    .GroupBy(row => (row.Step, row.Outcome, row.Reason, row.Revenue?.Currency))
                    .Select(rows => new ReminderTotal
                    {
                        Step = rows.Key.Step,
                        Outcome = rows.Key.Outcome,
                        Reason = rows.Key.Reason,
                        Count = rows.Count(),
                        Delivered = rows.Count(row => row.DeliveredAt is not null),
                        Read = rows.Count(row => row.ReadAt is not null),
                        Replied = rows.Count(row => row.RepliedAt is not null),
                        Opened = rows.Count(row => row.OpenedAt is not null),
                        Paid = rows.Count(row => row.PaidAt is not null),
                        Revenue = Sum(rows.Select(row => row.Revenue)),
                    }),
            ],
            Carts =
            [
                .. _sequences.Rows.Where(row => row.ShopId == shopId && row.RemindedAt >= from && row.RemindedAt < until)
                    .GroupBy(row => (row.IsHeldOut, row.Revenue?.Currency))
                    .Select(rows => new RecoveryCartTotal
                    {
                        IsHeldOut = rows.Key.IsHeldOut,
                        Count = rows.Count(),
                        Paid = rows.Count(row => row.PaidAt is not null),
                        Revenue = Sum(rows.Select(row => row.Revenue)),
                    }),
            ],
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RecoverySequence>> ListSequencesAsync(
        string shopId, CustomerKey customer, CancellationToken cancellationToken = default) => In<IReadOnlyList<RecoverySequence>>(
        () => [.. _sequences.Rows.Where(row => row.ShopId == shopId && row.Customer == customer)], cancellationToken);

    /// <inheritdoc/>
    public Task RemoveCustomerAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken = default) => In(
        () =>
        {
            if (_customers.Find((shopId, customer)) is RecoveryCustomer row)
            {
                _customers.Remove(row);
            }

            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<int> PurgeAsync(
        string shopId, DateTimeOffset before, int limit, CancellationToken cancellationToken = default) => In(
        () =>
        {
            RecoverySequence[] old =
            [
                .. _sequences.Rows.Where(row => row.ShopId == shopId && row.State == RecoveryState.Ended && row.OpenedAt < before)
                    .OrderBy(row => row.OpenedAt)
                    .Take(limit),
            ];
            foreach (RecoverySequence row in old)
            {
                _ofCart.Remove((shopId, row.CartId), out List<ReminderId>? ids);
                foreach (Reminder reminder in (ids ?? []).Select(id => _reminders.Find((shopId, id))!))
                {
                    _sent.Remove((shopId, reminder.At, reminder.Id.ToString()));
                    _reminders.Remove(reminder);
                }

                _sequences.Remove(row);
            }

            return old.Length;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task MergeCustomersAsync(string shopId, CustomersMerged merged, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(merged);
        return In(
            () =>
            {
                foreach (RecoverySequence row in _sequences.Rows
                    .Where(row => row.ShopId == shopId && row.Customer == merged.Merged).ToArray())
                {
                    Write(row with { Customer = merged.Survivor });
                }

                foreach (Reminder row in _reminders.Rows.Where(row => row.ShopId == shopId && row.Customer == merged.Merged).ToArray())
                {
                    _reminders.Write(row with { Customer = merged.Survivor });
                }

                if (_customers.Find((shopId, merged.Merged)) is RecoveryCustomer old)
                {
                    _customers.Remove(old);
                    RecoveryCustomer kept = _customers.Find((shopId, merged.Survivor))
                        ?? new RecoveryCustomer { ShopId = shopId, Customer = merged.Survivor };
                    _customers.Write(kept.With(old));
                }

                return true;
            },
            cancellationToken);
    }

    private static Money? Sum(IEnumerable<Money?> amounts) =>
        amounts.Aggregate((Money?)null, (sum, amount) => sum is null || amount is null ? amount : sum.Value + amount.Value);

    private void Write(RecoveryStep step)
    {
        if (step.Settings is not null)
        {
            _settings[step.ShopId] = step.Settings with { Version = step.Settings.Version + 1 };
        }

        if (step.Sequence is not null)
        {
            Write(step.Sequence with { ClaimedUntil = null });
        }

        if (step.Customer is not null)
        {
            _customers.Write(step.Customer);
        }

        if (step.Reminder is Reminder reminder)
        {
            if (reminder.Version == 0)
            {
                (string, CartId) key = (reminder.ShopId, reminder.CartId);
                if (!_ofCart.TryGetValue(key, out List<ReminderId>? ids))
                {
                    _ofCart.Add(key, ids = []);
                }

                ids.Add(reminder.Id);
            }

            (string, DateTimeOffset, string) sent = (reminder.ShopId, reminder.At, reminder.Id.ToString());
            _ = reminder.Outcome == ReminderOutcome.Skipped ? _sent.Remove(sent) : _sent.Add(sent);
            _reminders.Write(reminder);
        }
    }

    private RecoverySequence Write(RecoverySequence row)
    {
        if (_sequences.Find((row.ShopId, row.CartId)) is { DueAt: DateTimeOffset before })
        {
            _due.Remove((row.ShopId, before, row.CartId.ToString()));
        }

        if (row.DueAt is DateTimeOffset due)
        {
            _due.Add((row.ShopId, due, row.CartId.ToString()));
        }

        return _sequences.Write(row);
    }

    private async Task<T> In<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return work();
        }
        finally
        {
            _turn.Release();
        }
    }
}
