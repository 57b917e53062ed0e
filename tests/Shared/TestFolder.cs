namespace WhatsCommerce.Tests;

/// <summary>Makes folders for the databases of tests.</summary>
internal static class TestFolder
{
    private const string Memory = "/dev/shm";
    private const long EnoughBytes = 1 << 30;

    /// <summary>
    /// Makes a folder, in memory where the system offers enough of it: each commit waits for the disk, and how long that takes says nothing
    /// about the code. A process that is killed loses nothing there either.
    /// </summary>
    public static string Make(string prefix)
    {
        if (!OperatingSystem.IsLinux() || !Directory.Exists(Memory) || new DriveInfo(Memory).AvailableFreeSpace < EnoughBytes)
        {
            return Directory.CreateTempSubdirectory(prefix).FullName;
        }

        string folder = Path.Combine(Memory, prefix + Path.GetRandomFileName());
        try
        {
            return Directory.CreateDirectory(folder).FullName;
        }
        catch (UnauthorizedAccessException)
        {
            return Directory.CreateTempSubdirectory(prefix).FullName;
        }
    }
}
