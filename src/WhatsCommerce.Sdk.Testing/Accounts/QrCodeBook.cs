namespace WhatsCommerce.Testing;

/// <summary>The QR codes of a number, the oldest first.</summary>
internal sealed class QrCodeBook
{
    // Meta names no limit; this one keeps the memory of the emulator bounded.
    public const int Limit = 2_000;

    private const int CodeLength = 14;

    private readonly Lock _gate = new();
    private readonly List<EmulatedQrCode> _codes = [];
    private long _last;

    public IReadOnlyList<EmulatedQrCode> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _codes];
            }
        }
    }

    public EmulatedQrCode? Find(string code) => All.FirstOrDefault(item => item.Code == code);

    /// <summary>Creates a QR code; null when the maximum is reached.</summary>
    public EmulatedQrCode? Create(string text)
    {
        lock (_gate)
        {
            if (_codes.Count >= Limit)
            {
                return null;
            }

            EmulatedQrCode made = new(++_last, RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", CodeLength), text);
            _codes.Add(made);
            return made;
        }
    }

    /// <summary>Changes the text of one; null when there is none.</summary>
    public EmulatedQrCode? Change(string code, string text)
    {
        lock (_gate)
        {
            int place = _codes.FindIndex(item => item.Code == code);
            return place < 0 ? null : _codes[place] = _codes[place] with { Text = text };
        }
    }

    public bool Delete(string code)
    {
        lock (_gate)
        {
            return _codes.RemoveAll(item => item.Code == code) > 0;
        }
    }

    /// <summary>Takes back what an earlier run held.</summary>
    public void Restore(IEnumerable<EmulatedQrCode> codes)
    {
        lock (_gate)
        {
            _codes.AddRange(codes);
            _last = _codes.Count == 0 ? _last : _codes.Max(code => code.Number);
        }
    }
}

/// <summary>A QR code; its number says which is newer.</summary>
internal sealed record EmulatedQrCode(long Number, string Code, string Text);
