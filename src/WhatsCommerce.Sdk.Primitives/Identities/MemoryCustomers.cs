namespace WhatsCommerce;

/// <summary>The customers of <see cref="MemoryCustomerIdentities"/>, by id and by key. The caller locks.</summary>
internal sealed class MemoryCustomers(int capacity)
{
    // A customer whose number changes daily must not fill the memory.
    private const int MostOfOneCustomer = 32;

    private readonly Dictionary<IdentityName, (MemoryCustomer Owner, DateTimeOffset Since)> _byName = [];
    private readonly Dictionary<CustomerKey, MemoryCustomer> _byKey = [];
    private MemoryCustomer? _first;
    private MemoryCustomer? _last;

    public int Count { get; private set; }

    public MemoryCustomer? Find(IdentityName name, out DateTimeOffset since)
    {
        (MemoryCustomer? owner, since) = _byName.GetValueOrDefault(name);
        return owner;
    }

    public MemoryCustomer? Find(CustomerKey key) => _byKey.GetValueOrDefault(key);

    public MemoryCustomer Add(CustomerKey key)
    {
        MemoryCustomer customer = new(key);
        _byKey.Add(key, customer);
        Append(customer);
        if (++Count > capacity)
        {
            Remove(_first!);
        }

        return customer;
    }

    /// <summary>Marks a customer as the one seen last.</summary>
    public void Touch(MemoryCustomer customer)
    {
        if (customer != _last)
        {
            Detach(customer);
            Append(customer);
        }
    }

    /// <summary>Assigns an id to a customer, whoever had it.</summary>
    public void Bind(IdentityName name, MemoryCustomer customer, DateTimeOffset since)
    {
        if (_byName.TryGetValue(name, out (MemoryCustomer Owner, DateTimeOffset Since) bond))
        {
            if (bond.Owner == customer)
            {
                return;
            }

            bond.Owner.Names.Remove(name);
        }

        _byName[name] = (customer, since);
        customer.Names.Add(name);
        if (customer.Names.Count > MostOfOneCustomer)
        {
            int oldest = customer.Names.FindIndex(other => other.Kind == name.Kind);
            _byName.Remove(customer.Names[oldest]);
            customer.Names.RemoveAt(oldest);
        }
    }

    /// <summary>Moves all ids of one customer to another one, and redirects its key.</summary>
    public void Merge(MemoryCustomer from, MemoryCustomer into)
    {
        foreach (IdentityName name in from.Names.ToArray())
        {
            Bind(name, into, _byName[name].Since);
        }

        List<CustomerKey> keys = into.MergedKeys ??= [];
        foreach (CustomerKey key in (from.MergedKeys ?? []).Append(from.Key))
        {
            _byKey[key] = into;
            keys.Add(key);
        }

        for (; keys.Count > MostOfOneCustomer; keys.RemoveAt(0))
        {
            _byKey.Remove(keys[0]);
        }

        Detach(from);
        Count--;
    }

    public void Remove(MemoryCustomer customer)
    {
        foreach (IdentityName name in customer.Names)
        {
            _byName.Remove(name);
        }

        foreach (CustomerKey key in (customer.MergedKeys ?? []).Append(customer.Key))
        {
            _byKey.Remove(key);
        }

        Detach(customer);
        Count--;
    }

    private void Append(MemoryCustomer customer)
    {
        customer.Earlier = _last;
        if (_last is null)
        {
            _first = customer;
        }
        else
        {
            _last.Later = customer;
        }

        _last = customer;
    }

    private void Detach(MemoryCustomer customer)
    {
        if (customer.Earlier is null)
        {
            _first = customer.Later;
        }
        else
        {
            customer.Earlier.Later = customer.Later;
        }

        if (customer.Later is null)
        {
            _last = customer.Earlier;
        }
        else
        {
            customer.Later.Earlier = customer.Earlier;
        }

        (customer.Earlier, customer.Later) = (null, null);
    }
}
